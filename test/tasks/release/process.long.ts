import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { declared, publishing, TOKEN, World } from './world';
import { inTerminal, screenOf, type Seen, type Typed } from '../../support/pty';

const ROOT = join(__dirname, '..', '..', '..');
const CLI = join(ROOT, 'src', 'cli.ts');
const TSX = join(ROOT, 'node_modules', '.bin', 'tsx');
const GH = join(homedir(), '.cache', 'projen-tag-build-ci', 'bin', 'gh-newest');
const FILES = declared();

let world: World;
let before: object;

beforeEach(async () => {
  world = await World.start(FILES);
  before = world.scene.state();
});

afterEach(async () => world.close());

/** The program itself, at a terminal. */
async function typed(args: string, ...steps: readonly Typed[]): Promise<Seen> {
  const { code, seen } = await inTerminal([TSX, CLI, ...args.split(' ')], { cwd: world.scene.root, env: world.env, columns: 100, typed: steps });
  return { code, seen: seen.replaceAll('\r\n', '\n') };
}

test('control and C in the place of an answer', async () => {
  const { code, seen } = await typed('release patch', ['Release v1.2.3?', '\u0003']);
  expect({ code, says: seen.includes('Interrupted. Nothing was changed.') }).toEqual({ code: 130, says: true });
  expect(world.scene.state()).toEqual(before);
}, 120_000);

test.each(['pre-commit', 'pre-push'])('control and C while %s runs, which ends git, too; and once more', async (hook) => {
  world.scene.hook(hook, 'echo waiting >/dev/tty; sleep 20');
  const { code, seen } = await typed('release patch --yes', ['waiting', '\u0003\u0003']);
  expect({ code, says: /Interrupted\. What was made here is taken back: all is as it was\./.test(seen) }).toEqual({ code: 130, says: true });
  expect(world.scene.state()).toEqual(before);
}, 120_000);

test('control and C while a run is followed, and back to it', async () => {
  world.repository.script('installers.yml', { attempts: [publishing({ Guard: { lasts: 1000 } })] });
  const { code, seen } = await typed('release patch', ['Release v1.2.3?', 'yes\r'], ['Guard', '\u0003']);
  expect({ code, says: seen.includes('Come back to it by:\n  npx projen-tag-build release --resume v1.2.3\n') }).toEqual({ code: 130, says: true });
  expect(world.scene.atRemote('rev-parse', 'main', 'v1.2.3')).toBe(world.scene.git('rev-parse', 'main', 'v1.2.3'));
  const again = await typed('release --resume', ['Guard', '\u0003']);
  expect(again.code).toBe(130);
}, 180_000);

describe('a passphrase is asked for', () => {
  const QUESTION = 'Enter passphrase';

  /** The lines that it stands on in the end. */
  function questions(seen: string): string[] {
    return screenOf(seen).map((line) => line.trim()).filter((line) => line.includes(QUESTION));
  }

  function signing(): void {
    const key = join(world.scene.dir, 'key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'correct horse', '-f', key]);
    for (const [name, value] of [['gpg.format', 'ssh'], ['user.signingKey', key], ['tag.gpgSign', 'true'], ['commit.gpgSign', 'true']]) world.scene.git('config', name, value);
    before = world.scene.state();
  }

  test('to sign commit and tag: no line is drawn over it', async () => {
    signing();
    const { code, seen } = await typed('release patch --dry-run', [QUESTION, 'correct horse\r', 2], [QUESTION, 'correct horse\r', 2]);
    expect(code).toBe(0);
    expect(questions(seen)).toEqual(Array(2).fill(expect.stringMatching(/^Enter passphrase.*:$/)));
    expect(seen).not.toContain('correct horse');
    expect(world.scene.state()).toEqual(before);
  }, 120_000);

  test.each([[1], [2]])('to sign, and control and C at question %d: nothing is left behind', async (which) => {
    signing();
    const { code, seen } = await typed('release patch --yes', ...which === 2 ? [[QUESTION, 'correct horse\r'] as const] : [], [QUESTION, '\u0003', 1]);
    expect({ code, says: seen.includes('Interrupted. What was made here is taken back: all is as it was.') }).toEqual({ code: 130, says: true });
    expect(world.scene.state()).toEqual(before);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('.git_signing'))).toEqual([]);
  }, 120_000);

  test.each([
    ['release patch --dry-run', 2, 'git would push it.'],
    ['plan v1.2.3 --remote', 1, 'Installers'],
    ['status --timeout 60', 1, 'main is as origin has it'],
  ])('by ssh, of the remote, in %s: no line is drawn over it', async (command, times, said) => {
    const ssh = join(world.scene.dir, 'ssh');
    writeFileSync(ssh, `#!/bin/sh\nprintf '${QUESTION}: ' >/dev/tty; read -r answer </dev/tty; shift; exec sh -c "$*"\n`, { mode: 0o755 });
    world.scene.git('remote', 'set-url', 'origin', `ssh://somewhere${world.remote.path}`);
    world.env = { ...world.env, GIT_SSH_COMMAND: ssh, GIT_SSH_VARIANT: 'simple' };
    const { seen } = await typed(command, ...Array<Typed>(times).fill([QUESTION, '\r', 3]));
    expect(seen).toContain(said);
    expect(questions(seen)).toEqual(Array(times).fill(`${QUESTION}:`));
  }, 120_000);
});

test('whoever reads its output reads no further: nothing is left behind', async () => {
  const child = spawn('bash', ['-c', `"${TSX}" "${CLI}" release patch --yes | head -n 1; exit "\${PIPESTATUS[0]}"`], { cwd: world.scene.root, env: world.env, stdio: 'ignore' });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
  expect(world.scene.state()).toEqual(before);
}, 120_000);

(existsSync(GH) ? test : test.skip)('with the login of gh, and colours at a terminal only', async () => {
  const bin = join(world.scene.dir, 'bin');
  mkdirSync(bin);
  symlinkSync(GH, join(bin, 'gh'));
  mkdirSync(join(world.scene.dir, 'gh'));
  writeFileSync(join(world.scene.dir, 'gh', 'hosts.yml'), `github.com:\n    user: somebody\n    oauth_token: ${TOKEN}\n`);
  world.env = { ...world.env, GH_TOKEN: undefined, GH_CONFIG_DIR: join(world.scene.dir, 'gh'), PATH: `${bin}:${world.env.PATH}`, TERM: 'xterm' };
  const { code, seen } = await typed('release patch --dry-run');
  expect(code).toBe(0);
  expect(seen).toContain('\u001b[32m✓\u001b[39m git would push it.');
  expect(seen).not.toContain(TOKEN);
  expect(world.github.log.some(({ token }) => token === 'classic')).toBe(true);
  expect(world.scene.state()).toEqual(before);
}, 120_000);
