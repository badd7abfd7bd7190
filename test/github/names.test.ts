import * as fc from 'fast-check';
import { refNameProblem, repositoryNameProblem } from '../../src/github/names';

const OWNER_HINT = 'An owner has at most 39 letters, digits and single hyphens, and none at the beginning.';
const FORM = 'is not of the form owner/name';

test.each([
  'AutoByteus/autobyteus-web', 'ryan-zheng-teki/repository_prisma', 'a/b', '1/.github', `${'a'.repeat(39)}/${'b'.repeat(100)}`, 'a-b-c/d', 'octocat_acme/x', 'old-/x', 'a/b.wiki', 'a/...',
])('%s names a repository', (name) => expect(repositoryNameProblem(name)).toBeUndefined());

test.each([
  ['', FORM],
  ['app', FORM],
  ['/app', FORM],
  ['acme/', FORM],
  ['acme/app/main', FORM],
  ['-acme/app', 'has an owner that GitHub does not allow'],
  ['ac--me/app', 'has an owner that GitHub does not allow'],
  ['ac.me/app', 'has an owner that GitHub does not allow'],
  ['ac me/app', 'has an owner that GitHub does not allow'],
  [`${'a'.repeat(40)}/app`, 'has an owner that GitHub does not allow'],
  ['acme/a b', 'has a name that GitHub does not allow'],
  ['acme/ä', 'has a name that GitHub does not allow'],
  ['acme/.', 'has a name that GitHub does not allow'],
  ['acme/..', 'has a name that GitHub does not allow'],
  ['acme/app\n', 'has a name that GitHub does not allow'],
  [`acme/${'b'.repeat(101)}`, 'has a name of 101 characters'],
  ['acme/app.git', "ends in '.git', which no repository's name does"],
  ['https://github.com/acme/app', 'is a URL'],
])('%j %s', (text, why) => {
  expect(repositoryNameProblem(text)?.why).toBe(why);
});

test.each([
  ['ac--me/app', OWNER_HINT],
  ['acme/app.git', "Write 'acme/app'."],
  ['https://github.com/acme/app.git', "Write 'acme/app'."],
  ['https://github.com/acme/app/tree/main', "Write 'acme/app'."],
  ['git@github.com:acme/app.git', "Write 'acme/app'."],
  ['ssh://git@github.com/acme/app/', "Write 'acme/app'."],
  ['github.com/acme/app', "Write 'acme/app'."],
  ['https://github.com/acme', 'Write owner/name.'],
  ['https://jane:hunter2@github.com/acme/app', "Write 'acme/app'."],
  [`https://github.com/acme/ghp_${'a1B2'.repeat(9)}`, 'Write owner/name.'],
])('%s is told: %s', (text, hint) => {
  expect(repositoryNameProblem(text)?.hint).toBe(hint);
});

test.each([
  'main', 'v1.2.3', 'feature/x', 'refs/heads/main', 'refs/tags/v1', 'refs/pull/1/merge', '3d3c42e5aac5ba805825da76410c181273ba90b1', 'HEAD', 'a@b', 'é',
])('%s is a ref', (ref) => expect(refNameProblem(ref)).toBeUndefined());

test.each([
  ['', 'is empty'],
  ['-main', "begins with '-', which commands take for an option"],
  ['my branch', 'has a space, which git allows in no ref'],
  ['main\n', 'has a line break, which git allows in no ref'],
  ['a\tb', 'has a tab, which git allows in no ref'],
  ['a\u0007', 'has a control character, which git allows in no ref'],
  ['HEAD~1', "has '~', which git allows in no ref"],
  ['main^', "has '^', which git allows in no ref"],
  ['a:b', "has ':', which git allows in no ref"],
  ['v*', "has '*', which git allows in no ref"],
  ['a..b', 'is no name that git allows for a ref'],
  ['refs/', 'is no name that git allows for a ref'],
  ['/main', 'is no name that git allows for a ref'],
  ['main.lock', 'is no name that git allows for a ref'],
  ['main@{1}', 'is no name that git allows for a ref'],
  ['@', 'is no name that git allows for a ref'],
])('%j %s', (ref, why) => {
  expect(refNameProblem(ref)?.why).toBe(why);
});

test('the checkers never throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(() => [repositoryNameProblem(text), refNameProblem(text)]).not.toThrow();
  }));
});
