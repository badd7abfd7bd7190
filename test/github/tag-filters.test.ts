import { spawnSync } from 'child_process';
import * as fc from 'fast-check';
import { expectToAgree, expectToCompile, matches, pair } from './tag-filter-pairs';
import { decideTag, tagFilterListProblem, tagFilterProblem, tagFilterToRegExpSource } from '../../src/github/tag-filters';

describe("GitHub's cheat sheet", () => {
  test.each([
    ['feature/*', ['feature/my-branch', 'feature/your-branch'], ['feature', 'feature/a/b']],
    ['feature/**', ['feature/beta-a/my-branch', 'feature/your-branch', 'feature/mona/the/octocat'], ['feature', 'a/feature/b']],
    ['main', ['main'], ['mai', 'mains', 'a/main']],
    ['releases/mona-the-octocat', ['releases/mona-the-octocat'], ['releases/mona']],
    ['*', ['main', 'releases'], ['a/b']],
    ['**', ['all/the/branches', 'every/tag'], []],
    ['*feature', ['mona-feature', 'feature', 'ver-10-feature'], ['features', 'a/feature']],
    ['v2*', ['v2', 'v2.0', 'v2.9'], ['v2/x', 'v3', 'av2']],
    ['v[12].[0-9]+.[0-9]+', ['v1.10.1', 'v2.0.0'], ['v3.0.0', 'v1.0', 'v1.0.0-rc', 'v1x0.0']],
    ['*.jsx?', ['page.js', 'page.jsx'], ['page.jsxx', 'page.j']],
    ['Octo*', ['Octocat'], ['octocat']],
    ['[CB]at', ['Cat', 'Bat'], ['Rat', 'at']],
    ['[1-2]00', ['100', '200'], ['300', '00']],
    ['[0-9a-z]', ['7', 'q'], ['Q', '']],
    ['**.js', ['index.js', 'js/index.js', 'src/js/app.js'], ['index.jsx']],
    ['docs/**/*.md', ['docs/README.md', 'docs/mona/hello-world.md', 'docs/a/markdown/file.md'], ['docs.md']],
    ['**/docs/**', ['docs/hello.md', 'dir/docs/my-file.txt', 'space/docs/plan/space.doc'], ['docs', 'my-docs/a']],
    ['**/README.md', ['README.md', 'js/README.md'], ['MYREADME.md', 'README.md/a']],
    ['**/*src/**', ['a/src/app.js', 'my-src/code/js/app.js'], ['a/srcs']],
    ['**/*-post.md', ['my-post.md', 'path/their-post.md'], ['my-post.mdx']],
    ['**/migrate-*.sql', ['migrate-10909.sql', 'db/migrate-v1.0.sql', 'db/sept/migrate-v1.sql'], ['db/migrate-a/b.sql']],
  ])('%s', (pattern, yes, no) => {
    expect(tagFilterProblem(pattern)).toBeUndefined();
    expect(yes.filter((name) => !matches(pattern, name))).toEqual([]);
    expect(no.filter((name) => matches(pattern, name))).toEqual([]);
  });

  test('patterns are checked in turn and the last that matches decides', () => {
    expect(decideTag(['*.md', '!README.md'], 'hello.md')).toEqual({ matches: true, decidedBy: '*.md' });
    expect(decideTag(['*.md', '!README.md'], 'README.md')).toEqual({ matches: false, decidedBy: '!README.md' });
    expect(decideTag(['*.md', '!README.md', 'README*'], 'README.md')).toEqual({ matches: true, decidedBy: 'README*' });
    expect(decideTag(['*.md', '!README.md'], 'docs/hello.md')).toEqual({ matches: false });
  });
});

describe('directories, which may be none', () => {
  test.each([
    [['**/v*'], 'v1', { matches: true, decidedBy: '**/v*', isDoubtful: true }],
    [['**/v*'], 'a/v1', { matches: true, decidedBy: '**/v*' }],
    [['a/**/v*'], 'a/v1', { matches: true, decidedBy: 'a/**/v*', isDoubtful: true }],
    [['a/**/**/v*'], 'a/b/v1', { matches: true, decidedBy: 'a/**/**/v*', isDoubtful: true }],
    [['v*', '**/v*'], 'v1', { matches: true, decidedBy: '**/v*' }],
    [['v*', '!**/v1'], 'v1', { matches: false, decidedBy: '!**/v1', isDoubtful: true }],
    [['**/v*', '!v1'], 'v1', { matches: false, decidedBy: '!v1' }],
    [['a**/v*'], 'av1', { matches: false }],
    [['**/+v*'], 'v1', { matches: false }],
    [['**/?v*'], 'v1', { matches: true, decidedBy: '**/?v*' }],
  ])('%j, tag %s', (patterns, tag, decision) => {
    expect(decideTag(patterns, tag)).toEqual(decision);
  });
});

test.each([
  ['', 'is empty'],
  ['!', "is '!' alone, which excludes nothing"],
  ['^v1', "starts with '^', which is no anchor here and which git allows in no tag name"],
  ['!^v1', "starts with '^', which is no anchor here and which git allows in no tag name"],
  ['v1$', "ends in '$', which is no anchor here but a character of the name"],
  ['/v1', "starts with '/', which no tag name does"],
  ['refs/tags/v*', "starts with 'refs/', but tag filters are compared with the name alone"],
  ['v[0-9', "has a '[' without a ']'"],
  ['v0-9]', "has a ']' that closes no '['"],
  ['v[]', "has '[]', where only letters, digits and the ranges a-z, A-Z and 0-9 can stand"],
  ['v[^0-9]', "has '[^0-9]', where only letters, digits and the ranges a-z, A-Z and 0-9 can stand"],
  ['v[A-z]', "has '[A-z]', where only letters, digits and the ranges a-z, A-Z and 0-9 can stand"],
  ['v[a-c-e]', "has '[a-c-e]', where only letters, digits and the ranges a-z, A-Z and 0-9 can stand"],
  ['v[9-0]', "has the range '9-0', which runs backwards"],
  ['v@(1|2)', "has '@(1|2)', a group of alternatives, which tag filters do not know"],
  ['v(1|2)', "has '(1|2)', a group of alternatives, which tag filters do not know"],
  ['v@(1)', "has '@(1)', a group of alternatives, which tag filters do not know"],
  ['v+([0-9])', "has '+([0-9])', a group of alternatives, which tag filters do not know"],
  ['v{1,2}', "has '{1,2}', which repeats nothing in a tag filter"],
  ['v[0-9]{2}', "has '{2}', which repeats nothing in a tag filter"],
  ['{app,web}-v*', "has '{app,web}', a brace expansion, which tag filters do not know"],
  ['v{1..3}', "has '{1..3}', a brace expansion, which tag filters do not know"],
  ['?v', "has a '?' that follows no character it could repeat"],
  ['+v', "has a '+' that follows no character it could repeat"],
  ['v*+', "has a '+' that follows no character it could repeat"],
  ['v**?', "has a '?' that follows no character it could repeat"],
  ['v1++', "has a '+' that follows no character it could repeat"],
  ['v1\\', "ends in '\\', which escapes nothing"],
  ['v\\d', "has '\\d', but '\\' escapes only special characters"],
  ['v1\\.0', "has '\\.', but '\\' escapes only special characters"],
  ['v\\*', "asks for '*', which git allows in no tag name"],
  ['v 1', 'has a space, which git allows in no tag name'],
  ['v~1', "has '~', which git allows in no tag name"],
  ['v:1', "has ':', which git allows in no tag name"],
  ['v\n1', 'has a line break, which git allows in no tag name'],
  ['v\u00011', 'has a control character, which git allows in no tag name'],
  ['v.+', 'matches no name that git allows for a tag'],
  ['v1/', 'matches no name that git allows for a tag'],
  ['v1..2', 'matches no name that git allows for a tag'],
  ['.v', 'matches no name that git allows for a tag'],
  ['v.lock', 'matches no name that git allows for a tag'],
  ['v.loc[k-k]', 'matches no name that git allows for a tag'],
  ['v@{*', 'matches no name that git allows for a tag'],
])('%j %s', (pattern, why) => {
  expect(tagFilterProblem(pattern)?.why).toBe(why);
});

test.each([
  ['refs/tags/v*', "Write 'v*'."],
  ['refs/tags/', "Write 'v*'."],
  ['refs/heads/v1', "Write 'v1'."],
  ['^v1', "A pattern always has to match the whole name: write 'v1'."],
  ['v1$', "A pattern always has to match the whole name: write 'v1'."],
  ['//v1', "Write 'v1'."],
  ['v@(1|2).*', "Write a pattern for each case: 'v1.*', 'v2.*'."],
  ['v{a,b}', "Write a pattern for each case: 'va', 'vb'."],
  ['v{1..3}', 'Write a pattern for each case.'],
  ['v[9-0]', "Write '0-9'."],
  ['v(a|b|c|d|e)', "Write a pattern for each case: 'va', 'vb', 'vc' and so on."],
  ['v[!a]', "A set cannot be negated: exclude the tags with a pattern of their own that begins with '!'."],
  ['v\\d', "A digit is '[0-9]'."],
  ['v*+1', "Write '\\+' for the character itself."],
])('%j is told: %s', (pattern, hint) => {
  expect(tagFilterProblem(pattern)?.hint).toBe(hint);
});

test.each([
  'v*', '!v*-beta', 'desktop-v*.*.*', 'v[0-9]+.[0-9]+.[0-9]+-**', 'v1.0.0\\+*', '\\!v', 'v[0-9._-]', 'v1{rc}', 'v(1)', 'v*(beta)', 'a@b', 'v!', '$v',
  'v.l+ock', 'v.loc[k-l]', 'v.[j-l]ock', '**.lock?', 'é+', '😀?x',
])('%j is possible', (pattern) => {
  expect(tagFilterProblem(pattern)).toBeUndefined();
});

test.each([
  ['a'.repeat(246), 'matches no name shorter than 246 bytes, and GitHub takes a tag of 245 at most'],
  [`${'[0-9]+é'.repeat(82)}*`, 'matches no name shorter than 246 bytes, and GitHub takes a tag of 245 at most'],
  ['*'.repeat(2_001), "has 2001 characters, though a tag's name has 245 bytes at most"],
])('%j is too long', (pattern, why) => {
  expect(tagFilterProblem(pattern)?.why).toBe(why);
});

test.each(['a'.repeat(245), `!${'a'.repeat(245)}`, `${'[0-9]+é'.repeat(81)}ab*b?`, '[0-9]'.repeat(245)])('%j is not too long', (pattern) => {
  expect(tagFilterProblem(pattern)).toBeUndefined();
});

test.each([
  [[], 'has no pattern'],
  [['!v1'], 'has only patterns that exclude tags'],
  [['!v1', '!v2'], 'has only patterns that exclude tags'],
  [['!v1', 'v*'], "begins with '!v1', which excludes nothing there because the last matching pattern decides"],
  [['v*', '!v1'], undefined],
])('the list %j: %s', (patterns, why) => {
  expect(tagFilterListProblem(patterns)?.why).toBe(why);
});

test("'**' matches any character, those that JavaScript takes for line ends too", () => {
  expect(decideTag(['**'], 'a\u2028b')).toEqual({ matches: true, decidedBy: '**' });
});

test('an impossible pattern has no regular expression', () => {
  expect(() => tagFilterToRegExpSource('v[0-9')).toThrow("tag pattern 'v[0-9' has a '[' without a ']'");
});

test('agrees with a matcher written independently', () => expectToAgree(1_200));

test.each([
  ['a'.repeat(245), `${'*a'.repeat(25)}b`],
  ['a'.repeat(245), `${'**a?'.repeat(100)}b`],
  ['a'.repeat(245), `${'a+'.repeat(200)}b`],
  ['a/'.repeat(122), `${'**/a/'.repeat(300)}b`],
])('no tag takes long', (tag, pattern) => {
  // whatever goes back on its ways does not end here
  expect(decideTag([tag.slice(0, 60), pattern], tag)).toEqual({ matches: false });
});

test('bash, comparing bytes, agrees with JavaScript', () => {
  const pairs = [
    ...fc.sample(pair, { numRuns: 500, seed: 11 }),
    { pattern: 'é+', tag: 'éé' }, { pattern: '😀?x', tag: 'x' }, { pattern: '**', tag: 'é/😀' }, { pattern: '**/v*', tag: 'v1' }, { pattern: 'é/**/v', tag: 'é/v' }, { pattern: '**/a/'.repeat(60) + 'b', tag: 'a/'.repeat(120) }, { pattern: '[0-9._-]+', tag: '1-2_3' },
  ];
  const script = 'while IFS= read -r -d "" source && IFS= read -r -d "" tag; do [[ $tag =~ $source ]] && echo true || echo false; done';
  const input = pairs.map(({ pattern, tag }) => `${tagFilterToRegExpSource(pattern)}\0${tag}\0`).join('');
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { input, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n')).toEqual(pairs.map(({ pattern, tag }) => `${matches(pattern, tag)}`));
});

test('never throws, and whatever it accepts compiles', () => expectToCompile(500));
