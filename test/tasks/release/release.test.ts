import { join } from 'node:path';
import { declared, publishing, World } from './world';
import { protectedBranch } from '../../support/fake-github/git-remote';
import { expectGolden } from '../../support/golden';

jest.mock('../../../src/outside/load-octokit', () => ({
  loadOctokit: async () => jest.requireActual('../../support/octokit').loadBundledOctokit(),
}));

const FILES = declared();
let world: World;

beforeEach(async () => { world = await World.start(FILES); });
afterEach(async () => world.close());

test('from a commit to a run that has succeeded', async () => {
  world.answer = async () => 'yes';
  expect(await world.release('1.3.0')).toBe(0);
  expectGolden(join(__dirname, 'golden', 'first.txt'), world.text());
  const { scene } = world;
  expect(scene.git('log', '-1', '--format=%s %D')).toBe('1.3.0 HEAD -> main, tag: v1.3.0, origin/main');
  expect(scene.read('package.json')).toBe(FILES['package.json'].replace('1.2.2', '1.3.0'));
  expect(scene.atRemote('rev-parse', 'main', 'v1.3.0')).toBe(scene.git('rev-parse', 'main', 'v1.3.0'));
  expect(scene.git('status', '--porcelain')).toBe('');
});

test('a push that is refused leaves everything as it was', async () => {
  const before = world.scene.state();
  world.remote.refuse(protectedBranch('main'));
  expect(await world.release('patch', '--yes')).toBe(1);
  expectGolden(join(__dirname, 'golden', 'protected-branch.txt'), world.text());
  expect(world.scene.state()).toEqual(before);
});

test('so does control and C before the push', async () => {
  const before = world.scene.state();
  world.interruptAt('✓ tag');
  expect(await world.release('patch', '--yes')).toBe(130);
  expect(world.printed).toMatch(/\nInterrupted\. What was made here is taken back: all is as it was\.\n$/);
  expect(world.scene.state()).toEqual(before);
});

test('the guard fails: the cause, its cure, and once it is mended the same tag goes on', async () => {
  const annotations = [{ level: 'failure', title: 'A secret is not set', message: 'Secret CI_READ_TOKEN is not set. See docs/installers.md#a-secret-is-not-set' }] as const;
  world.repository.script('installers.yml', { attempts: [publishing({ Guard: { conclusion: 'failure', annotations } }), publishing()] });
  expect(await world.release('patch', '--yes')).toBe(1);
  expectGolden(join(__dirname, 'golden', 'guard-fails.txt'), world.text());
  const state = world.scene.state();
  expect(await world.release('--resume')).toBe(0);
  expectGolden(join(__dirname, 'golden', 'resumed.txt'), world.text());
  expect(world.scene.state()).toEqual(state);
  expect(world.repository.runs).toHaveLength(1);
});
