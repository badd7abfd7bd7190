import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

test('the connection breaks before anything arrives: all is taken back', async () => {
  atRemote('pre-receive', 'kill -9 $PPID');
  expect(await world.release('patch', '--yes')).toBe(1);
  expect(world.printed).toMatch(/✗ It was refused\.\n(?: {2}│ .*\n)+ {2}See whether you are online\. Then run the release again\. \[network\]\nWhat was made here is taken back: all is as it was\.\n$/);
  expect(world.scene.state()).toEqual(before);
});

test('the connection breaks when all has arrived: it goes on', async () => {
  atRemote('reference-transaction', '[ "$1" != committed ] || kill -9 $PPID');
  expect(await world.release('patch', '--yes', '--json')).toBe(1);
  expect(JSON.parse(world.printed)).toMatchObject({ outcome: 'not-started', pushed: true, commit: world.scene.git('rev-parse', 'HEAD') });
  expect(world.scene.atRemote('rev-parse', 'v1.2.3', 'main')).toBe(world.scene.git('rev-parse', 'v1.2.3', 'main'));
});

test('the remote is gone: all is taken back, and how to find out is said', async () => {
  const { path } = world.remote;
  atRemote('pre-receive', `mv ${path} ${path}.gone; kill -9 $PPID`);
  expect(await world.release('patch', '--yes')).toBe(3);
  expect(world.printed.replace(/\s+/g, ' ')).toContain('? Whether it arrived is not known: "git ls-remote origin refs/tags/v1.2.3" tells. If it is there, go on by "npx projen-tag-build release --resume v1.2.3".');
  expect(world.printed).toMatch(/What was made here is taken back: all is as it was\.\n$/);
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
