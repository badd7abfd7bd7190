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
const withSsh = SshFixture.available();
export const rows = guardRows.filter((row) => withSsh || !row.ssh);

let github: FakeGitHub;
let ssh: SshFixture;
let hosts: PrivateHosts;
const directory = mkdtempSync(join(tmpdir(), 'hosts-'));

beforeAll(async () => {
  github = await FakeGitHub.start();
  hosts = await PrivateHosts.start(directory, { 'api.github.test': (_, response) => response.writeHead(404).end() });
  if (withSsh) ssh = new SshFixture();
});
afterAll(async () => {
  await github.stop();
  await hosts.stop();
  rmSync(directory, { recursive: true });
  if (withSsh) ssh.remove();
});

/** What the guard says to a row, against a GitHub of its own. */
export async function messageOf(row: GuardRow, script = compose('guard')): Promise<string> {
  github.reset();
  github.on({ path: '/meta' }, answers.meta(['ssh-ed25519 AAAA', 'ssh-rsa BBBB']));
  row.answers?.(github);
  const env = { ...oneRepository(), ...row.env, ...row.ssh?.(ssh), ...row.tls?.(hosts) };
  const here = Object.entries(env).map(([name, value]) => [name, value.replaceAll(REGISTRY, github.serverUrl)] as const);
  const run = (more: Record<string, string> = {}) => runGuard(github, { ...Object.fromEntries(here), ...more }, { script });
  return said(row.programs ? await withOnly(row.programs, (path) => run({ PATH: path })) : await run(), github);
}

/** Row by row: a heading, and what the guard said. Rewritten only by `UPDATE_GOLDEN=1`. */
export function golden(): Map<string, string> {
  const parts = readFileSync(GOLDEN, 'utf8').split(/^# (.*)\n/m).slice(1);
  return new Map(parts.flatMap((part, index) => index % 2 ? [] : [[part, parts[index + 1].trimEnd()] as const]));
}
