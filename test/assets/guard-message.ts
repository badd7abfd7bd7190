import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardRows, type GuardRow, oneRepository, REGISTRY } from './guard-rows';
import { runGuard, said } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { compose } from '../support/run-script';
import { SshFixture } from '../support/ssh-fixture';
import { withoutTool } from '../support/without-tool';

export const GOLDEN = join(__dirname, 'guard-messages.golden');
const withSsh = SshFixture.available();
export const rows = guardRows.filter((row) => withSsh || !row.ssh);

let github: FakeGitHub;
let ssh: SshFixture;

beforeAll(async () => {
  github = await FakeGitHub.start();
  if (withSsh) ssh = new SshFixture();
});
afterAll(async () => {
  await github.stop();
  if (withSsh) ssh.remove();
});

/** What the guard says to a row, against a GitHub of its own. */
export async function messageOf(row: GuardRow, script = compose('guard')): Promise<string> {
  github.reset();
  github.on({ path: '/meta' }, answers.meta(['ssh-ed25519 AAAA', 'ssh-rsa BBBB']));
  row.answers?.(github);
  const env = { ...oneRepository(), ...row.env, ...row.ssh?.(ssh) };
  const REPOSITORIES = env.REPOSITORIES.replaceAll(REGISTRY, github.serverUrl);
  const run = (more: Record<string, string> = {}) => runGuard(github, { ...env, REPOSITORIES, ...more }, { script });
  return said(row.lacks ? await withoutTool(row.lacks, (path) => run({ PATH: path })) : await run(), github);
}

/** Row by row: a heading, and what the guard said. Rewritten only by `UPDATE_GOLDEN=1`. */
export function golden(): Map<string, string> {
  const parts = readFileSync(GOLDEN, 'utf8').split(/^# (.*)\n/m).slice(1);
  return new Map(parts.flatMap((part, index) => index % 2 ? [] : [[part, parts[index + 1].trimEnd()] as const]));
}
