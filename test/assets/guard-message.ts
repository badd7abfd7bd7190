import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardRows, type GuardRow, oneRepository, REGISTRY } from './guard-rows';
import { runGuard, said } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { PrivateHosts } from '../support/private-hosts';
import { compose } from '../support/run-script';
import { SshFixture } from '../support/ssh-fixture';
import { withOnly } from '../support/with-only';

export const GOLDEN = join(__dirname, 'guard-messages.golden');
export const rows = SshFixture.available() ? guardRows : guardRows.filter((row) => !row.ssh);

/** How many rows are tried at a time: the guard waits before it asks again. */
const AT_ONCE = 6;

/** What the guard says to each row, by its id. `scriptOf` is the script that a row is for. */
export async function messagesOf(all: readonly GuardRow[], scriptOf: (row: GuardRow) => string = () => compose('guard')): Promise<Map<string, string>> {
  const messages = new Map(all.map(({ id }) => [id, '']));
  const left = [...all];
  const next = async (): Promise<void> => {
    for (let row = left.shift(); row; row = left.shift()) messages.set(row.id, await messageOf(row, scriptOf(row)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return messages;
}

/** Against a GitHub of its own. */
async function messageOf(row: GuardRow, script: string): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'hosts-'));
  const github = await FakeGitHub.start();
  const hosts = row.tls && await PrivateHosts.start(directory, { 'api.github.test': (_, response) => response.writeHead(404).end() });
  const ssh = row.ssh && new SshFixture();
  try {
    github.on({ path: '/meta' }, answers.meta(['ssh-ed25519 AAAA', 'ssh-rsa BBBB']));
    row.answers?.(github);
    const env = { ...oneRepository(), ...row.env, ...ssh && row.ssh?.(ssh), ...hosts && row.tls?.(hosts) };
    const here = Object.entries(env).map(([name, value]) => [name, value.replaceAll(REGISTRY, github.serverUrl)] as const);
    const run = (more: Record<string, string> = {}) => runGuard(github, { ...Object.fromEntries(here), ...more }, { script });
    return said(row.programs ? await withOnly(row.programs, (path) => run({ PATH: path })) : await run(), github);
  } finally {
    await Promise.all([github.stop(), hosts?.stop()]);
    rmSync(directory, { recursive: true });
    ssh?.remove();
  }
}

/** Row by row: a heading, and what the guard said. Rewritten only by `UPDATE_GOLDEN=1`. */
export function golden(): Map<string, string> {
  const parts = readFileSync(GOLDEN, 'utf8').split(/^# (.*)\n/m).slice(1);
  return new Map(parts.flatMap((part, index) => index % 2 ? [] : [[part, parts[index + 1].trimEnd()] as const]));
}
