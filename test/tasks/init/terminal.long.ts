import { join } from 'node:path';
import { APPS } from './apps';
import { changedIn, inRepository } from './repository';
import { inTerminal, type Seen } from '../../support/pty';

const CLI = join(__dirname, '../../../src/cli.ts');
const TSX = join(__dirname, '../../../node_modules/.bin/tsx');

async function typed(dir: string, ...steps: readonly (readonly [seen: string, typed: string])[]): Promise<Seen> {
  return inTerminal([TSX, CLI, 'init'], { cwd: dir, typed: steps });
}

test('at a real terminal it asks, and writes', async () => inRepository(APPS.Rust, async (dir) => {
  const { code, seen } = await typed(dir, ['called?', 'mine\r'], ['Which tags', '\r'], ['which platforms', 'linux-x64\r'], ['become public', '\r'], ['Write .projenrc.ts?', '\r']);

  expect(seen).toContain('--id         mine');
  expect({ code, changed: changedIn(dir, APPS.Rust) }).toEqual({ code: 0, changed: ['.projenrc.ts'] });
}), 120_000);

test.each([['control and C', '\u0003', 130, 'Interrupted. Nothing was written.'], ['the end of input', '\u0004', 2, 'standard input ended']])('%s ends it, and nothing was written', async (_, key, ends, says) => {
  await inRepository(APPS.Rust, async (dir) => {
    const { code, seen } = await typed(dir, ['called?', 'mine\r'], ['Which tags', key]);

    expect(seen).toContain(says);
    expect({ code, changed: changedIn(dir, APPS.Rust) }).toEqual({ code: ends, changed: [] });
  });
}, 120_000);
