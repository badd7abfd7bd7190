import { type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { oneRepository, PROGRAMS, SHA, TOKEN } from './guard-rows';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { compose } from '../support/run-script';
import { SshFixture } from '../support/ssh-fixture';
import { onPath, withOnly } from '../support/with-only';

let github: FakeGitHub;
let directory: string;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => {
  github.reset();
  directory = mkdtempSync(join(tmpdir(), 'programs-'));
});
afterEach(() => rmSync(directory, { recursive: true }));
afterAll(() => github.stop());

/** A program that notes its environment before it does what it does. */
function watched(name: string): void {
  const file = join(directory, name);
  writeFileSync(file, `#!/bin/sh\nenv >>'${join(directory, 'environments')}'\nexec '${onPath(name)}' "$@"\n`);
  chmodSync(file, 0o755);
}

const FOR_KEYS = ['git', 'ssh', 'ssh-keygen'];

describe('what the guard calls', () => {
  it.each(PROGRAMS)('is missed by name: %s', async (name) => {
    const run = await withOnly(PROGRAMS.filter((program) => program !== name), (PATH) => runGuard(github, { ...oneRepository(), PATH }));
    expect(run).toMatchObject({
      code: 1,
      stderr: '',
      outputs: {},
      annotations: [{ level: 'error', title: 'A program is missing', text: `The runner lacks ${name}, which the guard calls. Install that there, or let the guard run elsewhere (guard.runsOn). See https://doc#a-program-is-missing` }],
    });
    expect(run.summary).toContain(`- **error: A program is missing.** The runner lacks ${name},`);
    expect(github.requests).toEqual([]);
  });

  it('is missed together, and git only where there are deploy keys', async () => {
    const key = { REPOSITORIES: 'server acme/server HEAD key:DEPLOY server', KEY_DEPLOY: 'x' };
    const run = await withOnly(PROGRAMS.slice(1), (PATH) => runGuard(github, { ...key, PATH }));
    expect(run.annotations[0].text).toContain(`The runner lacks awk, ${FOR_KEYS.join(', ')}, which`);
  });

  it('is no more than that', async () => withOnly(PROGRAMS, async (PATH) => {
    github.on({}, answers.commit(SHA));
    expect(await runGuard(github, { ...oneRepository(), PATH })).toMatchObject({ code: 0, stdout: '', stderr: '' });
    for (const reply of [answers.badCredentials(), answers.notFound(), answers.blocked(451, 'dmca'), answers.primaryRateLimit(4102444800), answers.page(200), { status: 500 }]) {
      github.on({}, reply);
      expect((await runGuard(github, { ...oneRepository(), PATH })).stderr).toBe('');
    }
  }));

  it('is told when it does not run', async () => {
    writeFileSync(join(directory, 'curl'), '#!/bin/sh\necho "curl: cannot open libcurl.so.4" >&2\nexit 127\n');
    chmodSync(join(directory, 'curl'), 0o755);
    const run = await runGuard(github, { ...oneRepository(), PATH: `${directory}${delimiter}${process.env.PATH}` });
    expect(run.annotations).toEqual([{ level: 'error', title: 'A program is missing', text: expect.stringContaining('cannot open libcurl.so.4.') }]);
  });
});

describe('a token', () => {
  const PRIVATE = { ...oneRepository(), WORKFLOW_TOKEN: 'ghs_1_hidden', KEY_DEPLOY: 'the key', TOKEN_READER: 'ghs_1_minted' };

  it('is in the environment of nothing that the guard calls', async () => {
    PROGRAMS.forEach(watched);
    github.on({}, answers.badCredentials());
    const run = await runGuard(github, { ...PRIVATE, REPOSITORIES: `${oneRepository().REPOSITORIES}\na acme/a HEAD - a`, PATH: `${directory}${delimiter}${process.env.PATH}` });
    const seen = readFileSync(join(directory, 'environments'), 'utf8');
    expect(run.code).toBe(1);
    expect(seen).toContain('GITHUB_API_URL=');
    for (const hidden of [TOKEN, 'ghs_1_hidden', 'the key', 'ghs_1_minted', 'TOKEN_READ_TOKEN', 'KEY_DEPLOY', 'WORKFLOW_TOKEN']) expect(seen).not.toContain(hidden);
  });

  (SshFixture.available() ? it : it.skip)('and no key is in that of git and ssh', async () => {
    const ssh = new SshFixture();
    ['git', 'ssh-keygen'].forEach(watched);
    github.on({ path: '/meta' }, answers.meta(['ssh-ed25519 AAAA']));
    ssh.commit('main');
    const run = await runGuard(github, ssh.env({ PATH: `${directory}${delimiter}${ssh.env().PATH}` }));
    const seen = readFileSync(join(directory, 'environments'), 'utf8');
    expect(run.code).toBe(0);
    expect(seen).toContain('GIT_SSH_COMMAND=');
    for (const hidden of ['KEY_DEPLOY', 'PRIVATE KEY', 'WORKFLOW_TOKEN']) expect(seen).not.toContain(hidden);
    ssh.remove();
  });
});

/** Processes that the guard has started, by a variable that they inherit. */
function living(mark: string): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark);
    } catch {
      return false; // ended meanwhile
    }
  }).map(Number);
}

(existsSync('/proc/self/environ') ? describe : describe.skip)('nothing lives longer than the guard', () => {
  const marked = (env: Record<string, string>) => ({ ...env, MARK: directory });

  /** Whoever has been killed takes a moment to be gone on a busy machine. */
  async function left(): Promise<number[]> {
    for (let tries = 0; tries < 40 && living(directory).length; tries++) await new Promise((resolve) => setTimeout(resolve, 25));
    return living(directory);
  }

  async function untilAsked(): Promise<void> {
    while (!github.requests.length) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** What hangs: requests, the pause before another, or ssh. */
  const HANGS: [string, () => Record<string, string>][] = [
    ['requests hang', () => { github.on({}, answers.hang); return { REPOSITORIES: 'a acme/a HEAD - a\nb acme/b HEAD token:READ_TOKEN b\nc acme/c HEAD token:READ_TOKEN c' }; }],
    ['it waits to ask again', () => { github.on({}, answers.secondaryRateLimit(30)); return {}; }],
  ];

  it.each(HANGS.flatMap(([what, env]) => (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal): [NodeJS.Signals, string, () => Record<string, string>] => [signal, what, env])))(
    '%s, while %s', async (signal, _, env) => {
      let bash: ChildProcess | undefined;
      const running = runGuard(github, marked({ ...oneRepository(), ...env() }), { started: (child) => bash = child });
      await untilAsked();
      bash!.kill(signal);
      const run = await running;
      expect(run).toMatchObject({ code: { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal as string], stdout: '', stderr: '', outputs: {}, leftovers: [] });
      expect(await left()).toEqual([]);
    },
  );

  it.each(['\n  what=$(mkdir', '\n  describe_run\n', '\n  await_probes\n'])('and a full disk is no green run, whatever was answered: before %j', async (place) => {
    const script = compose('guard').replace(place, `\n  trap '' XFSZ; ulimit -f 0${place}`);
    for (const reply of [answers.commit(SHA), answers.badCredentials()]) {
      github.reset();
      github.on({}, { ...reply, delay: 300 });
      const run = await runGuard(github, marked({ ...oneRepository(), REPOSITORIES: 'a acme/a HEAD - a\nb acme/b HEAD token:READ_TOKEN b' }), { script });
      expect(run).toMatchObject({ code: 1, outputs: {}, leftovers: [] });
      if (place.includes('await')) continue; // the probes had room
      expect(new Set(run.annotations.map(({ title }) => title))).toEqual(new Set(['The guard broke off']));
    }
  });

  it('nobody waits for a turn that could not be taken', async () => {
    github.on({}, answers.commit(SHA));
    writeFileSync(join(directory, 'mkdir'), `#!/bin/sh\ncase $1 in *=*) exit 1 ;; esac\nexec '${onPath('mkdir')}' "$@"\n`);
    chmodSync(join(directory, 'mkdir'), 0o755);
    const run = await runGuard(github, { ...oneRepository(), PATH: `${directory}${delimiter}${process.env.PATH}`, TIME_LIMIT: '8' });
    expect(run).toMatchObject({ code: 0, annotations: [] });
  });

  it('nor does its directory, whose making a signal interrupts', async () => {
    writeFileSync(join(directory, 'mkdir'), `#!/bin/sh\n'${onPath('mkdir')}' "$@"\nkill -TERM $(cut -d " " -f 4 /proc/$PPID/stat)\n`);
    chmodSync(join(directory, 'mkdir'), 0o755);
    const run = await runGuard(github, { ...oneRepository(), PATH: `${directory}${delimiter}${process.env.PATH}` });
    expect(run).toMatchObject({ code: 143, stdout: '', leftovers: [] });
  });

  it('when its time is over', async () => {
    const script = compose('guard').replace(/\nguard\n$/, '\nfetch() { sleep 30; }\nguard\n');
    const run = await runGuard(github, marked({ ...oneRepository(), TIME_LIMIT: '1' }), { script });
    expect(run).toMatchObject({ code: 1, stderr: '', annotations: [{ title: 'The check ran out of time' }], leftovers: [] });
    expect(await left()).toEqual([]);
  });

  (SshFixture.available() ? it : it.skip)('and neither does ssh, which git has started', async () => {
    const ssh = new SshFixture();
    github.on({ path: '/meta' }, answers.meta(['ssh-ed25519 AAAA']));
    const run = await runGuard(github, marked(ssh.env({ SSH_HANGS: '30', TIME_LIMIT: '1' })));
    ssh.remove();
    expect(run).toMatchObject({ code: 1, stderr: '', leftovers: [] });
    expect(await left()).toEqual([]);
  });
});
