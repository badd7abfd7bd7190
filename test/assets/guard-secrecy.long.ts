import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { allowPublishing, oneRepository, SHA, TOKEN, toPublish } from './guard-rows';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { compose, type ScriptRun } from '../support/run-script';
import { SshFixture } from '../support/ssh-fixture';

const GIT = '/acme/server.git/info/refs?service=git-upload-pack';
const derived = [TOKEN, Buffer.from(TOKEN).toString('base64').replace(/=+$/, ''), Buffer.from(`x-access-token:${TOKEN}`).toString('base64').replace(/=+$/, '')];

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => github.reset());
afterAll(() => github.stop());

/** Everything that leaves a step. */
const trail = (run: ScriptRun) => [run.stdout, run.stderr, run.summary, JSON.stringify(run.outputs)].join('\n');

function commandLines(): string {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return ''; // ended meanwhile
    }
  }).join('\n');
}

async function untilAsked(path: string): Promise<void> {
  while (!github.requests.some((request) => request.path === path)) await new Promise((resolve) => setTimeout(resolve, 20));
}

const onLinux = existsSync('/proc/self/cmdline') ? it : it.skip;

onLinux.each<[string, () => Record<string, string>]>([
  ['/repos/acme/server/commits/HEAD', oneRepository],
  [GIT, oneRepository],
  ['/repos/acme/releases/releases/generate-notes', toPublish],
])('no process has the token in its arguments while %s hangs', async (path, env) => {
  allowPublishing(github);
  github.on({ path }, answers.hang);
  const running = runGuard(github, { ...env(), TIME_LIMIT: '3' });
  await untilAsked(path);
  const seen = commandLines();
  expect(seen).toContain(`${github.serverUrl}`); // curl is among them
  for (const secret of derived) expect(seen).not.toContain(secret);
  expect(github.requests.at(-1)?.token).toBe(TOKEN);
  await running;
});

it('the token that publishes leaves no trace in log, summary and outputs', async () => {
  allowPublishing(github);
  github.on({ method: 'POST' }, answers.message(403, `No, ${TOKEN.slice(0, 4)}`));
  for (const flags of [[], ['-v', '-x']]) {
    const run = await runGuard(github, toPublish(), { flags });
    expect(github.requests.at(-1)).toMatchObject({ method: 'POST', token: TOKEN });
    for (const secret of derived) expect(trail(run)).not.toContain(secret);
  }
});

it.each([
  ['a commit', (name: string) => github.on({ path: name }, answers.commit(SHA))],
  ['a refusal', (name: string) => github.on({ path: name }, answers.message(403, 'No'))],
  ['not found', () => github.on({ path: GIT }, answers.gitSsoRequired('acme'))],
])('the token leaves no trace in log, summary and outputs: %s', async (_, answer) => {
  answer('/repos/acme/server/commits/HEAD');
  for (const flags of [[], ['-x'], ['-v', '-x']]) {
    const run = await runGuard(github, oneRepository(), { flags });
    expect(github.requests.at(-1)?.token).toBe(TOKEN);
    for (const secret of derived) expect(trail(run)).not.toContain(secret);
  }
});

it('a malformed token leaves no trace either, and is not sent', async () => {
  const run = await runGuard(github, { ...oneRepository(), TOKEN_READ_TOKEN: `${TOKEN} ${TOKEN}` });
  expect(trail(run)).not.toContain(TOKEN);
  expect(github.requests).toEqual([]);
});

it.each(['a"b\\c$(id)`id`', "a'b;c&d"])('any other token is sent as it is: %s', async (token) => {
  github.on({ path: GIT }, answers.gitRefs());
  await runGuard(github, { ...oneRepository(), TOKEN_READ_TOKEN: token });
  expect(github.requests.map((request) => request.token)).toEqual([token, token]);
});

it('the token goes to no other host', async () => {
  const other = await FakeGitHub.start();
  github.on({}, answers.movedTo(`${other.apiUrl}/repositories/7/commits/HEAD`));
  const run = await runGuard(github, oneRepository());
  await other.stop();
  expect(run.code).toBe(1);
  expect(other.requests).toEqual([]);
});

it('a user\'s .curlrc has no say', async () => {
  github.on({}, answers.commit(SHA));
  const script = 'printf -- "--proxy http://127.0.0.1:1\\n" >"$HOME/.curlrc"\n';
  expect((await runGuard(github, oneRepository(), { script: script + compose('guard') })).code).toBe(0);
});

(SshFixture.available() ? it : it.skip)('a deploy key leaves no trace', async () => {
  const ssh = new SshFixture();
  github.on({ path: '/meta' }, answers.meta(['ssh-ed25519 AAAA']));
  ssh.commit('main');
  const run = await runGuard(github, ssh.env(), { flags: ['-x'] });
  expect(run).toMatchObject({ code: 0, leftovers: [] });
  for (const line of ssh.key.split('\n').filter((text) => text !== '' && !text.startsWith('---'))) {
    expect(trail(run) + ssh.log).not.toContain(line);
  }
  ssh.remove();
});
