import { chmodSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { declared, publishing, World } from './world';

jest.mock('../../../src/outside/load-octokit', () => ({
  loadOctokit: async () => jest.requireActual('../../support/octokit').loadBundledOctokit(),
}));

const FILES = declared();
let world: World;
let before: object;

beforeEach(async () => {
  world = await World.start(FILES);
  before = world.scene.state();
});

afterEach(async () => world.close());

/** What the remote does while it takes a push. */
function atRemote(hook: string, text: string): void {
  const file = join(world.remote.path, 'hooks', hook);
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
}

/** What is said where nobody knows; the object is gone with the tag. */
function doubt(there: string): RegExp {
  return new RegExp(`What was made here is taken back\\.\n\\? ${there}\n  See in a minute what it has: git ls-remote origin refs/tags/v1\\.2\\.3\n`
    + '  If that shows [0-9a-f]{7}, go on by: npx projen-tag-build release --resume v1\\.2\\.3\n  If it does not, run the release again\\.\n$');
}

const PENDING = 'origin has not taken v1\\.2\\.3 yet, and may still do so: what was sent cannot be called back\\.';

test('the connection cannot be made: all is taken back', async () => {
  world.heard = (printed) => { if (printed.includes('● pushing')) world.scene.git('remote', 'set-url', 'origin', 'http://127.0.0.1:1/acme/app'); };
  expect(await world.release('patch', '--yes')).toBe(1);
  expect(world.printed).toMatch(/✗ It was refused\.\n(?: {2}│ .*\n)+ {2}See whether you are online\. Then run the release again\. \[network\]\nWhat was made here is taken back: all is as it was\.\n$/);
  world.scene.git('remote', 'set-url', 'origin', world.remote.path);
  expect(world.scene.state()).toEqual(before);
});

test('the connection breaks when all is sent: the remote does not have it, and may still take it', async () => {
  atRemote('pre-receive', 'kill -9 $PPID');
  expect(await world.release('patch', '--yes')).toBe(3);
  expect(world.printed).toMatch(/✗ The push broke off\. \[network\]\n(?: {2}│ .*\n)+/);
  expect(world.printed).toMatch(doubt(PENDING));
  expect(world.scene.state()).toEqual(before);
});

test('control and C in the push: the same is said, and that it was interrupted', async () => {
  atRemote('pre-receive', 'kill -9 $PPID');
  world.interruptAt('● pushing');
  expect(await world.release('patch', '--yes')).toBe(130);
  expect(world.printed).toContain('● pushing v1.2.3 to origin\n\nInterrupted in the push. What was made here is taken back.\n');
  expect(world.printed).toMatch(doubt(PENDING));
  expect(world.printed).not.toContain('all is as it was');
  expect(world.scene.state()).toEqual(before);
});

test('it takes it some seconds later: how to go on then is as it was said', async () => {
  const [go, taken] = ['go', 'taken'].map((name) => join(world.remote.path, name));
  world.scene.git('config', 'remote.origin.receivepack', 'exec 2>/dev/null setsid git-receive-pack');
  // the server is cut off from git, and goes on
  atRemote('pre-receive', `pid=$PPID; until ps -o args= -p $pid | grep -q '^git push'; do pid=$(ps -o ppid= -p $pid | tr -d ' '); done; kill -9 $pid; until [ -e ${go} ]; do sleep 0.1; done`);
  atRemote('reference-transaction', `[ "$1" != committed ] || touch ${taken}`);
  expect(await world.release('patch', '--yes', '--json')).toBe(3);
  expect(JSON.parse(world.printed)).toMatchObject({ outcome: 'unknown', pushed: false, inDoubt: true, commit: '', left: [] });
  writeFileSync(go, '');
  while (!existsSync(taken)) await pause(100);
  // the server here could report to nobody, and told the fake nothing
  world.repository.startRun('installers.yml', 'push', 'v1.2.3', world.scene.atRemote('rev-parse', 'main'));
  expect(await world.release('patch', '--yes')).toBe(1);
  expect(world.printed).toContain('git pull --rebase origin main [behind]');
  expect(await world.release('--resume', 'v1.2.3')).toBe(0);
}, 60_000);

test('the connection breaks when all has arrived: it goes on', async () => {
  atRemote('reference-transaction', '[ "$1" != committed ] || kill -9 $PPID');
  expect(await world.release('patch', '--yes', '--json')).toBe(1);
  expect(JSON.parse(world.printed)).toMatchObject({ outcome: 'not-started', pushed: true, inDoubt: false, commit: world.scene.git('rev-parse', 'HEAD') });
  expect(world.scene.atRemote('rev-parse', 'v1.2.3', 'main')).toBe(world.scene.git('rev-parse', 'v1.2.3', 'main'));
});

test('the remote is gone: what was made is taken back here, and how to find out is said', async () => {
  const { path } = world.remote;
  atRemote('pre-receive', `mv ${path} ${path}.gone; kill -9 $PPID`);
  expect(await world.release('patch', '--yes')).toBe(3);
  expect(world.printed).toMatch(doubt('origin does not answer: it may have taken v1\\.2\\.3, or may still\\.'));
  expect(world.scene.git('status', '--porcelain')).toBe('');
  expect(world.scene.git('tag')).toBe('');
  renameSync(`${path}.gone`, path);
  expect(world.scene.state()).toEqual(before);
});

test('GitHub does not answer for a while: it is asked again, and said', async () => {
  world.github.inject({ path: '/jobs', nth: 2, times: 3 }, { answer: 'cut' });
  expect(await world.release('patch', '--yes')).toBe(0);
  expect(world.printed).toContain('? GitHub could not be reached');
  expect(world.printed).toContain('✓ Installers has succeeded.\n');
});

test('GitHub does not answer any more: the run goes on, and how to come back is said', async () => {
  world.github.inject({ path: '/jobs', times: 1000 }, { answer: 'cut' });
  expect(await world.release('patch', '--yes', '--json')).toBe(3);
  expect(JSON.parse(world.printed)).toMatchObject({ outcome: 'unknown', pushed: true });
  expect(world.scene.atRemote('tag')).toBe('v1.2.3');
});

test('git cannot ask the remote at all: nothing is begun', async () => {
  world.scene.git('remote', 'set-url', 'origin', '/nowhere');
  before = { ...world.scene.state() };
  await expect(world.release('patch', '--yes')).rejects.toThrow("remote 'origin' could not be asked: fatal: '/nowhere' does not appear to be a git repository");
  expect(world.scene.state()).toEqual(before);
});

test('what is published is not what was built', async () => {
  world.repository.script('installers.yml', { attempts: [publishing({ Publish: { then: (repository) => { repository.addRelease({ tag: 'v1.2.3', draft: true }); } } })] });
  expect(await world.release('patch', '--yes', '--json')).toBe(1);
  expect(JSON.parse(world.printed)).toMatchObject({ outcome: 'differs', runs: [{ published: { releases: [{ state: 'draft' }] } }] });
});
