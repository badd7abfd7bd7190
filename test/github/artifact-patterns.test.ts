import fc from 'fast-check';
import { alternativesOf, artifactPatternProblem, artifactRoot, eitherOf, hiddenProblem, mayEndIn } from '../../src/github/artifact-patterns';

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
  ['!', 'is empty'],
  ['!~/dist', 'is absolute'],
  ['# a comment', 'is a comment for the upload, and names nothing'],
  ['!#x', undefined],
  ['dist//x', "has '//'"],
  ['! x', "has a space behind its '!'"],
  ['dist\u3000', 'begins or ends with a space that is not the usual one'],
  ['././dist', "has '.' as a part of its path, which the upload refuses"],
  ['[.]/dist', "has '.' as a part of its path, which the upload refuses"],
  ['dist/[.][.]/x', "leads out of the working directory by '..'"],
  ...['**/a/b/**/', '**/a/b/c/**/*.app', '**/a/b/c/**/*.apk/', 'a/**/b/c/d/**/*', 'a/**/b/c/**/d/**/e'].map((pattern): [string, string] => [pattern, "has '**' so often that the upload passes over files"]),
  ...['**/a/**/', '**/app/build/outputs/apk/**/*.apk', '**/a/b/c/**/*.app.tar.gz', '**/a/b/**', 'a/**/**/**', 'a**/b/c/d**/**'].map((pattern): [string, undefined] => [pattern, undefined]),
  ['dist/[a', "has a '[' without its end"],
  ['dist/[a/b]', "has a '[' without its end"],
  ...['[]', '[!]', '[^]', '[]a]', '[!]a]', '[z-a]', '[a-Z]', '[a-c-e]', '[ -~]', '[\u00e9]', '[!\u00e9]'].map((set): [string, string] => [`dist/${set}`, `has '${/^\[[!^]?\]?[^\]]*\]/.exec(set)![0]}', which can be read in several ways`]),
  ...['[[]', '[!-]', '[-a]', '[a-]', '[a^]', '[!^]', '[a-cA-C0-9_.+-]'].map((set): [string, undefined] => [`dist/${set}`, undefined]),
  ['**/*', EVERYTHING],
  ['dist/*{,.zip}', undefined],
  ['{dist/*.zip,}', 'is empty'],
  ['dist/{a,../b}', "leads out of the working directory by '..'"],
  ['{,*}', 'is empty'],
  ['dist/{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}', 'stands for more than 50 patterns'],
])('%j %s', (pattern, why) => {
  expect(artifactPatternProblem(pattern)?.why).toBe(why);
});

test.each<[string, string[], string | undefined]>([
  ['.output/*', [], '.output'],
  ['.output', [], '.output'],
  ['dist/*/.x', [], '.x'],
  ['[.]x/*', [], '[.]x'],
  ['.cache/out/*.zip', [], undefined],
  ['.cache/out/*.zip', ['.cache/out/a.zip', '!*.exe', 'dist/*'], undefined],
  ['.cache/out/*.zip', ['*.zip'], ".cache', which is hidden, where it looks from further above, for '*.zip"],
  ['a/.b/c', ['a/*', 'a/.b/d'], ".b', which is hidden, where it looks from further above, for 'a/*"],
  ['./dist/*', [], undefined],
  ['!.output', ['*'], undefined],
])('%j beside %j is hidden by %j', (pattern, others, hidden) => {
  const why = hiddenProblem(pattern, [pattern, ...others])?.why;
  expect(why?.replace(', which is hidden', '')).toBe(hidden === undefined ? undefined : `can match nothing: the upload leaves out '${hidden}'`.replace(', which is hidden', ''));
});

test('a path of Windows is written for them', () => {
  expect(artifactPatternProblem('dist\\win\\*.exe')?.hint).toBe("Write '/', on Windows too: 'dist/win/*.exe'.");
});

test.each<[string[], string]>([
  [['web/dist/**'], 'web/dist'],
  [['./web//dist/*'], 'web/dist'],
  [['web/dist'], 'web/dist'],
  [['web/d*t/x/*'], 'web'],
  [['web/[[]x]/[ab]/x'], 'web/[x]'],
  [['web/x/*', '!!web/x', '!!!out'], 'web/x'],
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

test.each<[string, string[]]>([
  ['dist/*.zip', ['dist/*.zip']],
  ['dist/*.{AppImage,appimage}', ['dist/*.AppImage', 'dist/*.appimage']],
  ['{dist/*.zip,out/*.tgz}', ['dist/*.zip', 'out/*.tgz']],
  ['dist/{a,b}.{x,y}', ['dist/a.x', 'dist/a.y', 'dist/b.x', 'dist/b.y']],
  ['dist/{a,b{c,d}}', ['dist/a', 'dist/bc', 'dist/bd']],
  ['dist/app{,.zip}', ['dist/app', 'dist/app.zip']],
  ['dist/{a, b ,./c}', ['dist/a', 'dist/ b', 'dist/./c']],
  ['{ a,b }', ['a', 'b']],
  ['./{dist,out}/', ['dist', 'out']],
  ['!{dist,out}/*.map', ['!dist/*.map', '!out/*.map']],
  ['dist/r.{s}$', ['dist/r.{s}$']],
  ['dist/{s}.{a,b}', ['dist/{s}.a', 'dist/{s}.b']],
  ['dist/{a,b', ['dist/{a,b']],
  ['dist/a,b}', ['dist/a,b}']],
])('%j stands for %j', (pattern, all) => expect(alternativesOf(pattern)).toEqual(all));

test.each<[string[], string | undefined]>([
  [['dist/*.AppImage', 'dist/*.appimage'], 'dist/*.{AppImage,appimage}'],
  [['Dist/a.zip', 'dist/a.zip'], '{Dist,dist}/a.zip'],
  [['a.b.c', 'a.B.c', 'a.bb.c'], 'a.{b,B,bb}.c'],
  [['a', 'a/b'], 'a{,/b}'],
  [['a,b', 'A,b'], undefined],
  [['a'], undefined],
])('%j is %j', (patterns, one) => expect(eitherOf(patterns)).toBe(one));

const word = fc.stringMatching(/^[a-c*?.]{1,4}$/);

test('what braces say is what they were made of', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `d/${words.join('/')}`), { minLength: 2, maxLength: 4 }), (patterns) => {
    expect(alternativesOf(eitherOf(patterns)!)).toEqual(patterns);
  }));
});

test('braces never take longer than there are alternatives', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('{', '}', ',', 'a', '/'), maxLength: 400 }), (pattern) => {
    expect(alternativesOf(pattern).length).toBeLessThanOrEqual(50);
  }));
});
