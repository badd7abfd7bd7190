import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { APPS } from './apps';
import { changedIn, inRepository } from './repository';

const CLI = join(__dirname, '../../../src/cli.ts');
const TSX = join(__dirname, '../../../node_modules/.bin/tsx');

/** Types each text when the one before it has come up, in a terminal of its own, and says how the program ended. */
const DRIVER = `
import os, pty, sys
program, steps = sys.argv[1:3], [step.split('=>', 1) for step in sys.argv[3:]]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(program[0], [*program, 'init'])
seen = ''
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:
        break
    if not piece:
        break
    seen += piece.decode()
    if steps and steps[0][0] in seen:
        os.write(terminal, steps.pop(0)[1].encode().decode('unicode_escape').encode())
_, status = os.waitpid(pid, 0)
print(seen)
sys.exit(os.waitstatus_to_exitcode(status))
`;

async function typed(dir: string, ...steps: readonly string[]): Promise<{ readonly code: number | null; readonly seen: string }> {
  const child = spawn('python3', ['-c', DRIVER, TSX, CLI, ...steps], { cwd: dir, stdio: ['ignore', 'pipe', 'inherit'] });
  let seen = '';
  child.stdout.on('data', (piece) => { seen += piece; });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, seen })));
}

test('at a real terminal it asks, and writes', async () => inRepository(APPS.Rust, async (dir) => {
  const { code, seen } = await typed(dir, 'called?=>mine\\r', 'Which tags=>\\r', 'which platforms=>linux-x64\\r', 'become public=>\\r', 'Write .projenrc.ts?=>\\r');

  expect(seen).toContain('--id         mine');
  expect({ code, changed: changedIn(dir, APPS.Rust) }).toEqual({ code: 0, changed: ['.projenrc.ts'] });
}), 120_000);

test.each([['control and C', '\\x03', 130, 'Interrupted. Nothing was written.'], ['the end of input', '\\x04', 2, 'standard input ended']])('%s ends it, and nothing was written', async (_, key, ends, says) => {
  await inRepository(APPS.Rust, async (dir) => {
    const { code, seen } = await typed(dir, 'called?=>mine\\r', `Which tags=>${key}`);

    expect(seen).toContain(says);
    expect({ code, changed: changedIn(dir, APPS.Rust) }).toEqual({ code: ends, changed: [] });
  });
}, 120_000);
