import * as fc from 'fast-check';
import { chunksOf, type Dialect, partScript, unquoted } from '../../../src/adopt/steps/script';

const words = (script: string, dialect: Dialect = 'posix') =>
  chunksOf(script, dialect).map(({ pipelines }) => pipelines?.map(({ commands }) => commands.map((command) => command.words.join('·')).join(' | ')));

test.each<[string, string, Dialect, unknown]>([
  ['one command', 'npm ci', 'posix', [['npm·ci']]],
  ['lines', 'a\n\n# why\nb # not this\n', 'posix', [['a'], [], [], ['b']]],
  ['a line that goes on', 'apt-get install \\\n  a \\\n  b\nc', 'posix', [['apt-get·install·a·b'], ['c']]],
  ['a chain over two lines', 'a &&\n  b; c', 'posix', [['a', 'b', 'c']]],
  ['quotes', 'a "b c" \'d && e\' f\\ g "h\\"i"', 'posix', [['a·b c·d && e·f g·h"i']]],
  ['expressions', 'echo ${{ github.ref_name }} "${{ a && b }}"', 'posix', [['echo·${{ github.ref_name }}·${{ a && b }}']]],
  ['variables', 'x "${A#v}" ${B} $C', 'posix', [['x·${A#v}·${B}·$C']]],
  ['a pipe', 'echo "$A" | base64 --decode > c.p12', 'posix', [['echo·$A | base64·--decode']]],
  ['braces of a pattern', 'up a/*.{deb,rpm} {}', 'posix', [['up·a/*.{deb,rpm}·{}']]],
  ['a substitution', 'x=$(date -u)', 'posix', [['x=$(date -u)']]],
  ['an alternative', 'a || b', 'posix', [undefined]],
  ['something in the background', 'a & b', 'posix', [undefined]],
  ['a condition', 'a\nif b; then\n  c\nfi\nd', 'posix', [['a'], undefined, ['d']]],
  ['a loop in a loop', 'for a in b; do\n  while c; do d; done\ndone\ne', 'posix', [undefined, ['e']]],
  ['cases', 'case $A in\n  b) c ;;\n  d | e)\n    f\n    g\n    ;;\nesac\nh', 'posix', [undefined, ['h']]],
  ['cases with a condition and a function', 'case $A in\n  (b)\n    if c; then d; fi\n    ;;\n  *) f() { e; } ;;\nesac\nh', 'posix', [undefined, ['h']]],
  ['a word like a keyword', 'echo done if', 'posix', [['echo·done·if']]],
  ['a function', 'f() {\n  a\n}\nf', 'posix', [undefined, ['f']]],
  ['a document', 'cat <<EOF\na\nEOF\nb', 'posix', [undefined]],
  ['a quote that never ends', 'a\nb "c\nd', 'posix', [['a'], undefined]],
  ['a subshell', '(cd a\n b)\nc', 'posix', [undefined, ['c']]],
  ['PowerShell', 'choco install a `\n  b -y\nif ($x) {\n  c\n}\nd C:\\e\\f', 'windows', [['choco·install·a·b·-y'], undefined, ['d·C:\\e\\f']]],
  ['Windows line ends', 'a \\\r\n b\r\nc\r\n', 'posix', [['a·b'], ['c']]],
])('a script is taken apart: %s', (_what, script, dialect, expected) => {
  expect(words(script, dialect)).toEqual(expected);
});

test('output goes somewhere', () => {
  const [{ pipelines }] = chunksOf('jq . a.json >"b c" 2>&1', 'posix');

  expect(pipelines?.[0].commands[0]).toEqual({ words: ['jq', '.', 'a.json'], raw: ['jq', '.', 'a.json'], redirects: [['>', 'b c'], ['2>&', '1']] });
});

test('a chunk is a piece of the script, and together they are all of it', () => {
  fc.assert(fc.property(scripts(), fc.constantFrom<Dialect>('posix', 'windows'), (script, dialect) => {
    const ended = (text: string) => text.replace(/\n+$/, '');

    expect(ended(chunksOf(script, dialect).map(({ text }) => text).join('\n'))).toBe(ended(script));
  }));
});

test.each([
  ['some commands', 'set -e\na\nb\nc', 'set -e\na\nc'],
  ['a part of a line', 'a && b && c', 'a && c'],
  ['the comment above it', '# about b\nb\n# about c\nc', '# about c\nc'],
  ['all that does something', 'set -eux\n# about b\nb\necho done', undefined],
  ['all but a value for later', 'b\necho "A=c" >> "$GITHUB_ENV"', 'echo "A=c" >> "$GITHUB_ENV"'],
  ['none of a block', 'if a; then\n  b\nfi\nb', 'if a; then\n  b\nfi'],
])('commands are taken out of a script: %s', (_what, script, rest) => {
  expect(partScript(script, 'posix', ({ text }) => text === 'b').rest).toBe(rest);
});

test('what is without quotes stays as it is', () => {
  expect(unquoted('a${{ \'b\' }}c')).toBe('a${{ \'b\' }}c');
});

function scripts(): fc.Arbitrary<string> {
  const pieces = ['a', 'if', 'fi', 'do', 'done', '\n', ' ', '\\\n', '"', "'", '`', '${{', '}}', '$(', ')', '(', '{', '}', '&&', '||', '|', ';', '&', '>', '<<', '#', '\\', '\r\n', '💥'];
  return fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')).filter((script) => script !== '' && script !== '\n');
}
