import { declared, World } from './world';
import { Interrupted } from '../../../src/outside/terminal';

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

test('while it is asked', async () => {
  world.answer = async () => { throw new Interrupted(); };
  expect(await world.release('patch')).toBe(130);
  expect(world.printed).toMatch(/\nInterrupted\. Nothing was changed\.\n$/);
  expect(world.scene.state()).toEqual(before);
});

test('while it waits for an answer that never comes', async () => {
  world.answer = async () => {
    setImmediate(() => world.signals.emit('SIGTERM'));
    return new Promise(() => {});
  };
  expect(await world.release('patch')).toBe(130);
  expect(world.scene.state()).toEqual(before);
});

test.each(['What will be done:', '✓ commit', '✓ tag'])('at "%s", before anything is pushed: nothing is left behind', async (stage) => {
  world.interruptAt(stage);
  expect(await world.release('patch', '--yes')).toBe(130);
  expect(world.printed).toMatch(/\nInterrupted\. What was made here is taken back: all is as it was\.\n$/);
  expect(world.scene.state()).toEqual(before);
  expect(world.repository.runs).toEqual([]);
});

test('while it is pushed: it is, and how to come back is said', async () => {
  world.interruptAt('● pushing');
  expect(await world.release('patch', '--yes')).toBe(130);
  expect(world.printed).toMatch(/✓ pushed main and v1\.2\.3 to origin\n\nInterrupted\. v1\.2\.3 is pushed, and its run goes on by itself\. Come back to it by:\n  npx projen-tag-build release --resume v1\.2\.3\n$/);
  expect(world.scene.atRemote('tag')).toBe('v1.2.3');
  world.heard = () => {};
  expect(await world.release('--resume')).toBe(0);
});

test('while it looks, as JSON', async () => {
  world.github.inject({ path: '/actions/workflows/' }, { call: () => { world.signals.emit('SIGHUP'); } });
  expect(await world.release('patch', '--yes', '--json')).toBe(130);
  expect(JSON.parse(world.printed)).toMatchObject({ outcome: 'interrupted', pushed: false, commit: '', left: [] });
  expect(world.scene.state()).toEqual(before);
});
