import { misreadings } from './artifact-glob-misread';
import { ARTIFACT_PATTERN_ROWS, TREE } from './artifact-pattern-rows';
import { collectedBy, readArtifactPatterns } from '../../src/github/artifact-glob';

const collected = (patterns: readonly string[], files: readonly string[]) =>
  files.filter((file) => collectedBy(readArtifactPatterns(patterns), file).length);

test.each(ARTIFACT_PATTERN_ROWS)('%s', (_, patterns, expected) => {
  expect(collected(patterns, TREE).sort()).toEqual([...expected].sort());
});

test.each<[string, string[], string[], string[]]>([
  ['an empty set is none', ['a[]b'], ['a[]b', 'ab'], ['a[]b']],
  ['upper and lower case are the same', ['Dist/*.EXE'], ['dist/a.exe', 'DIST/A.Exe'], ['dist/a.exe', 'DIST/A.Exe']],
  ['a character is one of UTF-16', ['a?b', 'c??d'], ['a\u{1f600}b', 'a\u00e9b', 'c\u{1f600}d'], ['a\u00e9b', 'c\u{1f600}d']],
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

test('what is read is what upload-artifact takes', () => {
  expect(misreadings(200, 15)).toEqual([]);
});
