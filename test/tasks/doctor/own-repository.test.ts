import { findOwnRepository } from '../../../src/tasks/doctor/own-repository';

const GITHUB = 'https://github.com';

test('the variable of a run comes first, if it holds a name', async () => {
  expect(await findOwnRepository({ root: '/', env: { PATH: '/nowhere', GITHUB_REPOSITORY: 'acme/fork' } }, GITHUB)).toBe('acme/fork');
  expect(await findOwnRepository({ root: '/', env: { PATH: '/nowhere', GITHUB_REPOSITORY: 'acme/../x?y' } }, GITHUB)).toBeUndefined();
  expect(await findOwnRepository({ root: '/', env: { PATH: '/nowhere', GITHUB_REPOSITORY: 'acme/..' } }, GITHUB)).toBeUndefined();
  expect(await findOwnRepository({ root: '/', env: { PATH: '/nowhere' } }, GITHUB)).toBeUndefined();
});
