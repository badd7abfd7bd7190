import { expectToAgree } from './guard-facts';

test('the script says the same of every tag', () => expectToAgree(800), 120_000);
