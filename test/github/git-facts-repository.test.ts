import { githubRepository } from '../../src/tasks/plan/git-facts';

test.each([
  ['https://github.com/acme/app.git', 'acme/app'],
  ['https://token@github.com/acme/app', 'acme/app'],
  ['git@github.com:acme/app.git', 'acme/app'],
  ['ssh://git@github.com/acme/app.git', 'acme/app'],
  ['ssh://git@github.com:22/acme/my.app.git/', 'acme/my.app'],
  ['https://gitlab.com/acme/app.git', undefined],
  ['https://notgithub.com/acme/app', undefined],
  ['/srv/github.com/acme/app', undefined],
])('%s is %s', (url, repository) => {
  expect(githubRepository(url)).toBe(repository);
});
