import { expectToAgree, expectToCompile } from './tag-filter-pairs';

test('agrees with a matcher written independently', () => expectToAgree(12_000));

test('never throws, and whatever it accepts compiles', () => expectToCompile(5_000));
