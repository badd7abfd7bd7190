import { findOwnRepository, fromRemote } from '../../../src/tasks/doctor/own-repository';

const GITHUB = 'https://github.com';

test.each([
  'https://github.com/acme/app', 'https://github.com/acme/app.git', 'https://github.com/acme/app/', 'https://user:ghp_secret@github.com/acme/app.git',
  'git@github.com:acme/app.git', 'github.com:acme/app', 'ssh://git@github.com/acme/app.git', 'ssh://git@ssh.github.com:443/acme/app.git', 'https://GitHub.com/acme/app',
])('%s is acme/app', (address) => {
  expect(fromRemote(address, GITHUB)).toBe('acme/app');
});

test.each([
  '', '/srv/git/app.git', '../app', 'https://gitlab.com/acme/app.git', 'https://github.com.evil.example/acme/app', 'https://evil.example/github.com/acme/app', 'file:///acme/app',
])('%j is none on GitHub', (address) => {
  expect(fromRemote(address, GITHUB)).toBeUndefined();
});

test('the variable of a run comes first, if it holds a name', async () => {
  expect(await findOwnRepository({ PATH: '/nowhere', GITHUB_REPOSITORY: 'acme/fork' }, '/', GITHUB)).toBe('acme/fork');
  expect(await findOwnRepository({ PATH: '/nowhere', GITHUB_REPOSITORY: 'acme/../x?y' }, '/', GITHUB)).toBeUndefined();
  expect(await findOwnRepository({ PATH: '/nowhere' }, '/', GITHUB)).toBeUndefined();
});
