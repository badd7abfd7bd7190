import { log, oneLine } from '../../src/publish/report';

/** What the log of a step takes for commands, as the runner reads a line. */
const isCommand = (line: string) => /^\s*::[\w-]+.*?::/.test(line) || /##\[[\w-]+.*?\]/.test(line);

test.each([
  '::add-mask::e',
  ' ::error::x',
  '\u00a0\u3000::error::x',
  '\n::error::x',
  '##[add-mask]e',
  'npm notice 1kB dir/##[set-output name=url]https://elsewhere.example',
  '####[error]x',
])('a line of the log is no command: %j', (text) => {
  const written: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  log(text);
  spy.mockRestore();

  expect(written).toEqual([expect.stringMatching(/^[^\n]*\n$/)]);
  expect(isCommand(written[0])).toBe(false);
});

test('nothing turns the direction of a line', () => {
  expect(oneLine('a\u061cb\u202ec\u2067d\u200fe\u001b[31m')).toBe('a b c d e [31m');
});
