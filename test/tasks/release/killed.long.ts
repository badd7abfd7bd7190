import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { declared, publishing, World } from './world';

jest.mock('../../../src/outside/load-octokit', () => ({
  loadOctokit: async () => jest.requireActual('../../support/octokit').loadBundledOctokit(),
}));

const CLI = join(__dirname, '../../../src/cli.ts');
const FILES = declared();
let world: World;
let before: object;

beforeEach(async () => {
  world = await World.start(FILES);
  before = world.scene.state();
});

afterEach(async () => world.close());

function program(...args: string[]): string[] {
  return ['--import', pathToFileURL(require.resolve('tsx')).href, CLI, ...args];
}

/** A release that is killed, with all that it has begun, once a file lies there. */
async function killedAt(isThere: () => boolean): Promise<void> {
  const child = spawn(process.execPath, program('release', 'patch', '--yes'), { cwd: world.scene.root, env: world.env, stdio: 'ignore', detached: true });
  const closed = new Promise((resolve) => child.on('close', resolve));
  while (!isThere()) {
    expect(child.exitCode).toBe(null);
    await pause(50);
  }
  process.kill(-child.pid!, 'SIGKILL');
  await closed;
}

const REACHED = ': >"$HOME/reached"; sleep 60';

function reached(): boolean {
  return existsSync(join(world.scene.dir, 'reached'));
}

async function says(args: readonly string[], code: number, text: string): Promise<void> {
  expect(await world.release(...args)).toBe(code);
  expect(world.printed.replace(/\s+/g, ' ')).toContain(text);
}

function status(): string {
  return spawnSync(process.execPath, program('status'), { cwd: world.scene.root, env: world.env, encoding: 'utf8' }).stdout.replace(/\s+/g, ' ');
}

/** All is there, and whole. */
function expectReleased(): void {
  const { scene } = world;
  expect(scene.atRemote('rev-parse', 'main', 'v1.2.3^{commit}')).toBe(scene.git('rev-parse', 'HEAD', 'HEAD'));
  expect(scene.atRemote('tag')).toBe('v1.2.3');
  expect(scene.git('log', '--format=%s')).toBe('1.2.3\nfeat: something');
  for (const fsck of [scene.git('fsck', '--no-dangling'), scene.atRemote('fsck', '--no-dangling')]) expect(fsck).toBe('');
}

test('in the commit: what differs and what git has left is said', async () => {
  world.scene.hook('pre-commit', REACHED);
  await killedAt(reached);
  rmSync(join(world.scene.root, '.git/hooks/pre-commit'));
  await says(['patch', '--yes'], 1, 'has left the file index.lock to be deleted, is not finished here.');
  await says(['patch', '--yes'], 1, 'Files differ from the last commit: package.json.');
  const lock = readdirSync(join(world.scene.root, '.git')).filter((name) => name.endsWith('.lock'));
  lock.forEach((name) => rmSync(join(world.scene.root, '.git', name)));
  world.scene.git('checkout', '--quiet', 'package.json');
  expect(world.scene.state()).toEqual(before);
  expect(await world.release('patch', '--yes')).toBe(0);
  expectReleased();
}, 120_000);

test('behind the commit: no version is left out, and it goes on', async () => {
  world.scene.hook('post-commit', REACHED);
  await killedAt(reached);
  rmSync(join(world.scene.root, '.git/hooks/post-commit'));
  expect(world.scene.state()).toMatchObject({ remote: (before as { remote: string }).remote, locks: [] });
  await says(['patch', '--yes'], 1, '✗ HEAD raises the version to the one of v1.2.3, which is not there. Go on with it, npx projen-tag-build release v1.2.3, or name the tag that you want.');
  expect(await world.release('v1.2.3', '--yes')).toBe(0);
  expectReleased();
}, 120_000);

test('in the tag: git says which lock is left', async () => {
  world.scene.hook('reference-transaction', `! { [ "$1" = prepared ] && grep -q refs/tags/; } || { ${REACHED}; }`);
  await killedAt(reached);
  rmSync(join(world.scene.root, '.git/hooks/reference-transaction'));
  await says(['v1.2.3', '--yes'], 1, 'v1.2.3.lock');
  rmSync(join(world.scene.root, '.git/refs/tags/v1.2.3.lock'));
  expect(await world.release('v1.2.3', '--yes')).toBe(0);
  expectReleased();
}, 120_000);

test('behind the tag: it is not made anew, and pushed', async () => {
  world.scene.hook('pre-push', REACHED);
  await killedAt(reached);
  rmSync(join(world.scene.root, '.git/hooks/pre-push'));
  const object = world.scene.git('rev-parse', 'v1.2.3');
  expect(status()).toContain('here only: git push origin v1.2.3');
  await says(['patch', '--yes'], 1, '✗ HEAD has tag v1.2.3, which origin does not have. Push it, npx projen-tag-build release v1.2.3, or name the tag that you want.');
  await expect(world.release('--resume')).rejects.toThrow('tag v1.2.3 is here and was not pushed to origin: "npx projen-tag-build release v1.2.3" pushes it');
  expect(await world.release('v1.2.3', '--yes')).toBe(0);
  expect(world.scene.atRemote('rev-parse', 'v1.2.3')).toBe(object);
  expectReleased();
}, 120_000);

test('in the push, which the remote has not taken', async () => {
  const hook = join(world.remote.path, 'hooks', 'pre-receive');
  writeFileSync(hook, `#!/bin/sh\n${REACHED}\n`);
  chmodSync(hook, 0o755);
  await killedAt(reached);
  rmSync(hook);
  expect(world.scene.atRemote('tag')).toBe('');
  expect(await world.release('v1.2.3', '--yes')).toBe(0);
  expectReleased();
}, 120_000);

test('in the push, which the remote has taken all the same', async () => {
  const hook = join(world.remote.path, 'hooks', 'post-receive');
  const text = `#!/bin/sh\n{ cat; echo; } >>"$GIT_DIR/pushes"\n${REACHED.replace('60', '3')}\n`;
  world.scene.git('config', 'remote.origin.receivepack', 'setsid git-receive-pack');
  writeFileSync(hook, text);
  await killedAt(reached);
  await says(['patch', '--yes'], 1, '✗ HEAD is v1.2.3 of origin already. Go on with it, npx projen-tag-build release --resume v1.2.3, or name the tag that you want.');
  expect(await world.release('--resume')).toBe(0);
  expectReleased();
}, 120_000);

test('while the run is followed', async () => {
  world.repository.script('installers.yml', { attempts: [publishing({ Guard: { lasts: 8 } })] });
  await killedAt(() => world.github.log.some(({ path }) => path.includes('/jobs')));
  expect(status()).toContain('v1.2.3');
  expect(await world.release('--resume')).toBe(0);
  expectReleased();
}, 120_000);
