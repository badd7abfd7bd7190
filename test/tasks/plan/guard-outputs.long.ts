import { expectToAgree } from './guard-facts';

test('the script says the same of every tag', () => expectToAgree(2_000), 120_000);
