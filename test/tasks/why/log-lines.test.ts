import { messageIn, plain } from '../../../src/tasks/why/log-lines';

test.each<[what: string, line: string, shown: string]>([
  ['colours', '\u001b[36;1mnpm ci\u001b[0m', 'npm ci'],
  ['the name of a window', '\u001b]0;build\u0007done', 'done'],
  ['a link', '\u001b]8;;https://acme.dev\u001b\\here\u001b]8;;\u001b\\', 'here'],
  ['what overwrites itself', 'downloaded 1 %\rdownloaded 50 %\rdownloaded 99 %\r', 'downloaded 99 %'],
  ['characters that turn or hide text', 'a\u202eb\u0000c\u200bd', 'abcd'],
  ['an indent', '\tat x  ', '  at x'],
  ['a byte order mark', '\ufeffnpm', 'npm'],
])('of %s a line shows what a person sees', (_, line, shown) => {
  expect(plain(line)).toBe(shown);
});

test('a line of a megabyte is data, and read no further than a message goes', () => {
  for (const line of ['a'.repeat(1e6), '\u001b['.repeat(5e5), '\u001b]'.repeat(5e5), '\r'.repeat(1e6), `${"'".repeat(5e5)}${'{'.repeat(5e5)}`]) {
    expect(plain(line).length).toBeLessThanOrEqual(2000);
  }
});

test.each<[line: string, message: string | undefined]>([
  ['##[error]npm error code E401', 'npm error code E401'],
  ['  npm error code E401', 'npm error code E401'],
  ['##[warning]No space left on device', undefined],
  ['##[debug]No space left on device', undefined],
  ['##[group]No space left on device', undefined],
  ['##[notmine]x', '##[notmine]x'],
])('%s says %s of a failure', (line, message) => {
  expect(messageIn(line)).toBe(message);
});
