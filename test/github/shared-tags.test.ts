import { sharedFilter } from '../../src/github/shared-tags';

test.each([
  [['v*'], ['v1*'], 'v*'],
  [['v*'], ['w*'], undefined],
  // a wildcard with its slash may be nothing
  [['**/v*'], ['v1.*'], '**/v*'],
  [['app/**/v*'], ['app/v*'], 'app/**/v*'],
  [['app/**/v*'], ['v*'], undefined],
  [['app**/v*'], ['appv*'], undefined],
])('%j and %j share tags by %j', (filters, others, shared) => {
  expect(sharedFilter(filters, others)).toBe(shared);
});
