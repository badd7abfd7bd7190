import { repositoryOfRemote } from '../../src/github/remotes';

test.each([
  'https://github.com/acme/my.app', 'https://github.com/acme/my.app.git', 'https://github.com/acme/my.app/', 'https://github.com/acme/my.app.git/',
  'https://token@github.com/acme/my.app', 'https://user:ghp_secret@github.com/acme/my.app.git', 'https://www.github.com/acme/my.app', 'https://GitHub.com/acme/my.app',
  'https://github.com:443/acme/my.app.git', 'http://github.com/acme/my.app', 'git://github.com/acme/my.app.git', ' https://github.com/acme/my.app\n',
  'ssh://git@github.com/acme/my.app.git', 'ssh://git@github.com:22/acme/my.app.git/', 'ssh://github.com/acme/my.app', 'git+ssh://git@github.com/acme/my.app.git',
  'ssh://git@ssh.github.com:443/acme/my.app', 'ssh://git@ssh.github.com:443/acme/my.app.git',
  'git@github.com:acme/my.app.git', 'git@github.com:/acme/my.app.git', 'github.com:acme/my.app', 'org-1234@github.com:acme/my.app.git', 'git@ssh.github.com:acme/my.app.git',
])('%j is acme/my.app', (address) => {
  expect(repositoryOfRemote(address, 'github.com')).toBe('acme/my.app');
});

test.each([
  '', '/srv/git/app.git', '/srv/github.com/acme/app', '../app', '../github.com/acme/app', 'github.com/acme/app', 'C:\\src\\app', 'c:/github.com/acme/app',
  'https://gitlab.com/acme/app.git', 'https://notgithub.com/acme/app', 'https://github.com.evil.example/acme/app', 'https://evil.example/github.com/acme/app',
  'https://github.com@evil.example/acme/app', 'https://evil.example:443/@github.com/acme/app', 'git@evil.example:github.com/acme/app', 'https://gist.github.com/acme/app',
  'file:///acme/app', 'file://github.com/acme/app', 'https://github.com/acme', 'https://github.com/acme/app/tree', 'git@github.com:22/acme/app', 'https://github.com/acme/a?b',
  'https://github.com/acme/..', 'https://github.com/./app', 'https://github.com/acme/.git',
])('%j is none on GitHub', (address) => {
  expect(repositoryOfRemote(address, 'github.com')).toBeUndefined();
});

test('another server counts where it is asked for', () => {
  expect(repositoryOfRemote('ssh://git@ghe.example:2222/acme/app.git', 'ghe.example')).toBe('acme/app');
  expect(repositoryOfRemote('https://github.com/acme/app', 'ghe.example')).toBeUndefined();
});
