import { artifactPatternProblem, artifactRoot, mayEndIn } from '../../src/github/artifact-patterns';

const EVERYTHING = 'matches everything there is, sources included';

test.each([
  'dist/*', 'electron-dist/*.AppImage', './dist/**', '**/*.dmg', 'a b/?.exe', 'dist', 'dist/', '*.exe', '[ab].zip', '.hidden', '..dist/x',
])('%s is possible', (pattern) => expect(artifactPatternProblem(pattern)).toBeUndefined());

test.each([
  ['', 'is empty'],
  ['  ', 'is empty'],
  ['a\nb', 'has a line break'],
  ['/dist/*', 'is absolute'],
  ['\\dist', 'is absolute'],
  ['~/dist', 'is absolute'],
  ['C:/dist', 'is absolute'],
  ['dist\\*.exe', "has a '\\'"],
  ['dist/"a"', "has '\"', which no path in an artifact can have"],
  ['dist/a:b', "has ':', which no path in an artifact can have"],
  ['dist/<a>', "has '<', which no path in an artifact can have"],
  ['dist/*|b', "has '|', which no path in an artifact can have"],
  ['../dist/*', "leads out of the working directory by '..'"],
  ['dist/../../x', "leads out of the working directory by '..'"],
  ['dist/./x', "has '.' as a part of its path, which the upload refuses"],
  ['.', EVERYTHING],
  ['./', EVERYTHING],
  ['*', EVERYTHING],
  ['**', EVERYTHING],
  ['./**', EVERYTHING],
  ['**/*', EVERYTHING],
])('%j %s', (pattern, why) => {
  expect(artifactPatternProblem(pattern)?.why).toBe(why);
});

test('a path of Windows is written for them', () => {
  expect(artifactPatternProblem('dist\\win\\*.exe')?.hint).toBe("Write '/', on Windows too: 'dist/win/*.exe'.");
});

test.each<[string[], string]>([
  [['web/dist/**'], 'web/dist'],
  [['./web//dist/*'], 'web/dist'],
  [['web/dist'], 'web/dist'],
  [['web/d*t/x/*'], 'web'],
  [['*.zip'], ''],
  [['**/x.zip'], ''],
  [['out/a.zip', 'out/b.zip'], 'out'],
  [['out/a/*', 'out/ab/*'], 'out'],
  [['out', 'out/deep/*.zip'], 'out'],
  [['out/deep/*.zip', 'out/*.zip'], 'out'],
  [['out/x', 'out/x'], 'out/x'],
  [['out/a/*', 'web/*'], ''],
  [['out/*', '!web/*', '!out/b'], 'out'],
  [['!out/*'], ''],
  [[], ''],
])('what %j match lies below %j', (patterns, root) => {
  expect(artifactRoot(patterns)).toBe(root);
});

test.each<[string, string, boolean]>([
  ['dist/*.zip', '.zip', true],
  ['dist/app.zip', '.zip', true],
  ['dist/*.gz', '.app.tar.gz', true],
  ['dist/*', '.zip', true],
  ['dist/**', '.zip', true],
  ['dist', '.zip', true],
  ['dist/', '.zip', true],
  ['dist/*.[dz]ip', '.zip', true],
  ['dist/*.dmg', '.zip', false],
  ['dist/app.gz', '.app.tar.gz', false],
  ['dist/*zip', '.dmg', false],
  ['a.b/*.dmg', '.zip', false],
  ['!dist/*.zip', '.zip', false],
])('whether %j can match what ends in %s: %s', (pattern, ending, may) => {
  expect(mayEndIn(pattern, ending)).toBe(may);
});
