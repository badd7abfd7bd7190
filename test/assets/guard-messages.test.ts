import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardRows, type GuardRow, oneRepository } from './guard-rows';
import { runGuard, said } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { compose } from '../support/run-script';
import { SshFixture } from '../support/ssh-fixture';

const GOLDEN = join(__dirname, 'guard-messages.golden');
const withSsh = SshFixture.available();
const rows = guardRows.filter((row) => withSsh || !row.ssh);

let github: FakeGitHub;
let ssh: SshFixture;

beforeAll(async () => {
  github = await FakeGitHub.start();
  if (withSsh) ssh = new SshFixture();
});
beforeEach(() => {
  github.reset();
  github.on({ path: '/meta' }, answers.meta(['ssh-ed25519 AAAA', 'ssh-rsa BBBB']));
});
afterAll(async () => {
  await github.stop();
  if (withSsh) ssh.remove();
});

async function messageOf(row: GuardRow, script = compose('guard')): Promise<string> {
  row.answers?.(github);
  const run = await runGuard(github, { ...oneRepository(), ...row.env, ...row.ssh?.(ssh) }, { script });
  return said(run, github);
}

/** Row by row: a heading, and what the guard said. Rewritten only by `UPDATE_GOLDEN=1`. */
function golden(): Map<string, string> {
  const parts = readFileSync(GOLDEN, 'utf8').split(/^# (.*)\n/m).slice(1);
  return new Map(parts.flatMap((part, index) => index % 2 ? [] : [[part, parts[index + 1].trimEnd()] as const]));
}

if (process.env.UPDATE_GOLDEN) {
  it('rewrites the golden file', async () => {
    let text = '';
    for (const row of rows) {
      github.reset();
      github.on({ path: '/meta' }, answers.meta(['ssh-ed25519 AAAA']));
      text += `# ${row.id}\n${await messageOf(row)}\n`;
    }
    writeFileSync(GOLDEN, text);
  }, 60_000);
} else {
  it.each(rows)('$id', async (row) => {
    expect(await messageOf(row)).toBe(golden().get(row.id));
  });

  it.each(rows)('$id: dropping its case from the script shows', async (row) => {
    const [known, dropped] = row.drop;
    const script = compose('guard');
    expect(script).toContain(known);
    expect(await messageOf(row, script.replaceAll(known, dropped))).not.toBe(golden().get(row.id));
  });

  it('has a line for each row and no other', () => {
    expect([...golden().keys()]).toEqual(guardRows.map((row) => row.id));
  });

  it('never says the same for two causes', () => {
    const causes = new Map<string, Set<string>>();
    for (const [id, text] of golden()) causes.set(text, (causes.get(text) ?? new Set()).add(id.split(/[ ,]/)[0]));
    expect([...causes].filter(([, ids]) => ids.size > 1)).toEqual([]);
  });

  it('never blames a token for what is not its fault', () => {
    const innocent = [...golden()].filter(([id]) => /^(G04|G06|G08|G17|unexpected|out of time)/.test(id));
    expect(innocent.map(([, text]) => text)).toEqual(innocent.map(() => expect.stringContaining('Nothing is known to be wrong with ')));
  });
}
