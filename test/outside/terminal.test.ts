import { PassThrough } from 'node:stream';
import { InputEnded, Interrupted, openTerminal } from '../../src/outside/terminal';

/** Both ends of a terminal: what is typed, and what is shown. */
function opened(isTerminal: boolean) {
  const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: isTerminal })];
  return { input, output, terminal: openTerminal(input, output) };
}

test('questions are shown and answered one after the other, without blank ends', async () => {
  const { input, output, terminal } = opened(true);
  const first = terminal.ask('name? ');
  input.write('  notes \r');
  expect(await first).toBe('notes');
  const second = terminal.ask('again? ');
  input.write('\r');
  expect(await second).toBe('');
  terminal.close();
  expect(String(output.read())).toMatch(/name\? [^]*again\? /);
});

test('control and C is no answer, to this question and to all others', async () => {
  const { input, terminal } = opened(true);
  const asked = terminal.ask('name? ');
  input.write('no\u0003');
  await expect(asked).rejects.toThrow(Interrupted);
  await expect(terminal.ask('again? ')).rejects.toThrow(Interrupted);
  terminal.close();
});

test.each([true, false])('an input that ends is none either (terminal: %s)', async (isTerminal) => {
  const { input, terminal } = opened(isTerminal);
  const asked = terminal.ask('name? ');
  input.end();
  await expect(asked).rejects.toThrow(InputEnded);
  await expect(terminal.ask('again? ')).rejects.toThrow(InputEnded);
  terminal.close();
});
