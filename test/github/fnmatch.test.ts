import { actionPatternCovers } from '../../src/github/action-patterns';
import { fnmatch } from '../../src/github/fnmatch';

test.each([
  ['v*', 'v1.2.3'], ['*', 'v1'], ['v?', 'v1'], ['v[0-9]', 'v7'], ['v[!a-c]', 'vd'], ['v[^a-c]', 'vd'], ['[-x]', '-'], ['v\\*', 'v*'],
  ['refs/tags/*', 'refs/tags/v1'], ['**/v1', 'v1'], ['**/v1', 'a/b/v1'], ['a/**/b', 'a/b'], ['a/**/b', 'a/x/y/b'], ['v+', 'v+'], ['v[\\]]', 'v]'], ['a**', 'ab'],
])('%s matches %s', (pattern, name) => {
  expect(fnmatch(pattern, name)).toBe(true);
});

test.each([
  ['v*', 'app/v1'], ['*', 'a/b'], ['v?', 'v'], ['v?', 'v/'], ['v[0-9]', 'vx'], ['v[!a-c]', 'vb'], ['v[!a]x', 'v/x'], ['v\\*', 'vx'],
  ['v1', 'v10'], ['1', 'v1'], ['**/v1', 'xv1'], ['a/**/b', 'axb'], ['v+', 'vv'], ['v.', 'vx'], ['a**', 'a/b'], ['v[9-0]', 'v5'],
])('%s does not match %s', (pattern, name) => {
  expect(fnmatch(pattern, name)).toBe(false);
});

test.each([`${'*a'.repeat(60)}b`, '['.repeat(100_000), '[\\]'.repeat(50_000)])('no pattern takes long', (pattern) => {
  // whatever goes back on its ways does not end here
  expect(fnmatch(pattern, 'a'.repeat(120))).toBe(false);
});

test.each([
  ['actions/*', 'actions/checkout@v7'], ['*', 'a/b@c'], ['acme/setup', 'acme/setup@v1'], ['acme/setup@*', 'Acme/Setup@v1'],
  ['acme/setup@v1', 'acme/setup@v1'], ['acme/setup/*@v1', 'acme/setup/sub/deep@v1'], ['a.b/c', 'a.b/c@1'],
])('%s covers %s', (pattern, uses) => {
  expect(actionPatternCovers(pattern, uses)).toBe(true);
});

test.each([
  ['actions/*', 'my-actions/checkout@v7'], ['acme/setup', 'acme/setup-more@v1'], ['acme/setup@v1', 'acme/setup@v10'], ['a.b/c', 'axb/c@1'],
])('%s does not cover %s', (pattern, uses) => {
  expect(actionPatternCovers(pattern, uses)).toBe(false);
});
