import { ARTIFACT_PATTERN_ROWS, TREE } from './artifact-pattern-rows';
import { collectedBy, readArtifactPatterns } from '../../src/github/artifact-glob';

const collected = (patterns: readonly string[], files: readonly string[]) =>
  files.filter((file) => collectedBy(readArtifactPatterns(patterns), file).length);

// an artifact holds no hidden files, unless a pattern names their way
const UPLOADED = (patterns: readonly string[]) => TREE.filter((file) => !file.includes('.hid') || patterns.some((pattern) => pattern.includes('.hid')));

test.each(ARTIFACT_PATTERN_ROWS)('%s', (_, patterns, expected) => {
  expect(collected(patterns, UPLOADED(patterns)).sort()).toEqual([...expected].sort());
});

test.each<[string, string[], string[], string[]]>([
  ['a set that begins with its own end', ['a[]x]b'], ['a]b', 'axb', 'ab'], ['a]b', 'axb']],
  ['an empty set is none', ['a[]b'], ['a[]b', 'ab'], ['a[]b']],
  ['upper and lower case are the same', ['Dist/*.EXE'], ['dist/a.exe', 'DIST/A.Exe'], ['dist/a.exe', 'DIST/A.Exe']],
  ['two characters of UTF-16 are one', ['a?b'], ['a\u{1f600}b'], ['a\u{1f600}b']],
])('%s', (_, patterns, files, expected) => {
  expect(collected(patterns, files)).toEqual(expected);
});

test('a file counts for every pattern that collects it', () => {
  const patterns = readArtifactPatterns(['dist/*', '!dist/b*', 'dist/a.*', 'other/*']);

  expect(collectedBy(patterns, 'dist/a.zip').map(({ written }) => written)).toEqual(['dist/*', 'dist/a.*']);
});

test('a pattern that would keep a regular expression busy does not', () => {
  expect(collected([`${'*a'.repeat(40)}b`], ['a'.repeat(200)])).toEqual([]);
});
