/** A tree, and which of its files a list of patterns collects: in a step's script, and when a release is assembled. */
export const TREE = ['dist/a.zip', 'dist/b.exe', 'dist/sub/[x', 'dist/sub/deep/c.zip', 'dist/.hid/d.zip', '.hidden/dir/e.zip', 'p+q (1)/r.{s}$'];

export const ARTIFACT_PATTERN_ROWS: readonly (readonly [string, string[], string[]])[] = [
  // what it shows, patterns, files
  ['* stays in its directory', ['dist/*.zip'], ['dist/a.zip']],
  ['* may be a whole segment', ['*/a.zip'], ['dist/a.zip']],
  ['? is one character, not a slash', ['dist/?.zip', 'dist?b.exe'], ['dist/a.zip']],
  ['[..] is one of these', ['dist/[a-c].???'], ['dist/a.zip', 'dist/b.exe']],
  ['[!..] is none of these', ['dist/[!a].*'], ['dist/b.exe']],
  ['[ without its end is a letter', ['dist/sub/[x'], ['dist/sub/[x']],
  ['** is any depth, none too', ['dist/**/*.zip'], ['dist/a.zip', 'dist/sub/deep/c.zip']],
  ['** at the start', ['**/c.zip'], ['dist/sub/deep/c.zip']],
  ['** at the end', ['dist/sub/**'], ['dist/sub/[x', 'dist/sub/deep/c.zip']],
  ['** is * within a segment', ['dist/**p'], ['dist/a.zip']],
  ['a directory takes what lies below it', ['dist/sub'], ['dist/sub/[x', 'dist/sub/deep/c.zip']],
  ['so with a slash at its end', ['dist/sub/'], ['dist/sub/[x', 'dist/sub/deep/c.zip']],
  ['so with a wildcard', ['d?st/s*'], ['dist/sub/[x', 'dist/sub/deep/c.zip']],
  ['! takes files away', ['dist', '!dist/sub', '!**/*.exe'], ['dist/a.zip']],
  ['a later pattern brings them back', ['dist', '!dist/sub', 'dist/sub/deep'], ['dist/a.zip', 'dist/b.exe', 'dist/sub/deep/c.zip']],
  ['!! is none', ['!!dist/*.exe'], ['dist/b.exe']],
  ['hidden files stay out', ['**'], ['dist/a.zip', 'dist/b.exe', 'dist/sub/[x', 'dist/sub/deep/c.zip', 'p+q (1)/r.{s}$']],
  ['the way may be hidden', ['.hidden/dir/*'], ['.hidden/dir/e.zip']],
  ['but not where it is the last of the way', ['.hidden', '.hidden/**'], []],
  ['nor where the search begins above it', ['*.zip', '.hidden/dir/*'], []],
  ['a file is no directory', ['dist/a.zip/', 'dist/b.exe/**'], ['dist/b.exe']],
  ['a set of one is that character', ['d[i]st/sub/[[]x'], ['dist/sub/[x']],
  ['a space behind ! is nothing', ['dist/*.*', '! dist/*.exe'], ['dist/a.zip']],
  ['// is /', ['.//dist//*.zip'], ['dist/a.zip']],
  ['other signs are letters', ['p+q (1)/r.{s}$', 'p+q (1)/*.{s}$'], ['p+q (1)/r.{s}$']],
  ['. is a dot', ['dist/a?zip', 'dist/b.e*'], ['dist/a.zip', 'dist/b.exe']],
  ['./ is nothing', ['./dist/*.exe'], ['dist/b.exe']],
  ['# and empty lines are passed over', ['# a comment', '', 'dist/*.exe'], ['dist/b.exe']],
];
