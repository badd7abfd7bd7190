import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { declared, publishing, TOKEN, World } from './world';
import { inTerminal, type Seen } from '../../support/pty';

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
async function typed(args: string, ...steps: readonly (readonly [seen: string, typed: string])[]): Promise<Seen> {
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
