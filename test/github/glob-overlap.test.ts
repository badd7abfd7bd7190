import * as fc from 'fast-check';
import { collectedBy, readArtifactPatterns } from '../../src/github/artifact-glob';
import { overlaps } from '../../src/github/glob-overlap';

/** Reads both as patterns. */
function overlap(pattern: string, path: string): boolean {
  const [one, other] = readArtifactPatterns([pattern, path]);
  return overlaps(one.tokens, other.tokens);
}

test.each([
  ['dist/*.dmg', 'dist/*.dmg'],
  ['dist/app-*', 'dist/*.dmg'],
  ['dist/**', 'dist/a/*.dmg'],
  ['dist', 'dist/a/*.dmg'],
  ['*', 'dist/a'],
  ['**/*.deb', 'a/b/*_*.deb'],
  ['**/bundle/*/*.app', 'x/bundle/macos/*.app'],
  ['a?c*[0-9]', 'abc*'],
  ['Dist/*.DMG', 'dist/*.dmg'],
])('%s may collect %s', (pattern, path) => {
  expect(overlap(pattern, path)).toBe(true);
});

test.each([
  ['dist/*.dmg', 'dist/*.zip'],
  ['dist/*.dmg', 'out/*.dmg'],
  ['dist/*.dmg', 'dist/mac/*.dmg'],
  ['dist/*/x', 'dist/*.dmg'],
  ['dis', 'dist/*.dmg'],
  ['**/bundle/deb/*', 'x/bundle/rpm/*'],
  ['a[0-9]c', 'abc'],
  ['dist/*.dmg/x', 'dist/*.dmg'],
])('%s cannot collect %s', (pattern, path) => {
  expect(overlap(pattern, path)).toBe(false);
});

test('what is collected is never denied', () => {
  const part = fc.stringMatching(/^[ab]{1,3}$/);
  const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  const pattern = fc.array(fc.constantFrom('a', 'b', '.', '*', '**', '/', '?', '[ab]'), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(fc.property(pattern, path, (glob, file) => {
    const patterns = readArtifactPatterns([glob]);
    fc.pre(patterns.length === 1);
    // whether the last name is one of a file or of a directory, a path does not say
    const mayBeDirectory = patterns[0].isDirectory && overlap(glob, file);
    expect(overlap(glob, file)).toBe(collectedBy(patterns, file).length > 0 || mayBeDirectory);
  }));
});
