import { declared, publishing, World } from './world';
import type { JobScript } from '../../support/fake-github/scripted-run';

jest.mock('../../../src/outside/load-octokit', () => ({
  loadOctokit: async () => jest.requireActual('../../support/octokit').loadBundledOctokit(),
}));

const FILES = declared();
const GOOD = publishing();
let world: World;

beforeEach(async () => { world = await World.start(FILES); });
afterEach(async () => world.close());

function oneLine(): string {
  return world.printed.replace(/\s+/g, ' ');
}

function failing(job: string, change: Partial<JobScript>): JobScript[] {
  return publishing({ [job]: { conclusion: 'failure', ...change } });
}

function guardSays(title: string, message: string): JobScript[] {
  return failing('Guard', { annotations: [{ level: 'failure', title, message }] });
}

/** Makes the tag, whose run fails. */
async function failed(jobs: readonly JobScript[]): Promise<void> {
  world.repository.script('installers.yml', { attempts: [jobs, GOOD] });
  expect(await world.release('patch', '--yes')).toBe(1);
}

test('a leg fails: only what failed runs again', async () => {
  await failed(failing('Build linux-x64', { fails: 'Upload the artifacts', log: ['##[error]Failed to CreateArtifact: Artifact storage quota has been hit. Unable to upload any new artifacts.'] }));
  expect(await world.release('--resume', 'v1.2.3', '--json')).toBe(0);
  expect(JSON.parse(world.printed)).toMatchObject({ outcome: 'released', tag: 'v1.2.3', pushed: true, runs: [{ attempt: 2, conclusion: 'success' }] });
  expect(world.github.log.filter(({ method }) => method === 'POST').map(({ path }) => path.split('/').at(-1))).toContain('rerun-failed-jobs');
});

test('where it takes another commit nothing runs again, and the tag is moved only where that is said', async () => {
  await failed(guardSays('A release has the tag already', 'A release of v1.2.3 is there. See docs/installers.md#a-release-has-the-tag-already'));
  const old = world.scene.atRemote('rev-parse', 'v1.2.3');
  expect(await world.release('--resume')).toBe(1);
  expect(oneLine()).toContain('as long as nothing of v1.2.3 is public, move the tag to that commit: npx projen-tag-build release --resume v1.2.3 --move-tag');
  expect(world.scene.atRemote('rev-parse', 'v1.2.3')).toBe(old);
  world.scene.write({ mended: 'yes' });
  world.scene.git('add', 'mended');
  world.scene.git('commit', '--quiet', '--message', 'fix: it');
  world.repository.script('installers.yml', { attempts: [GOOD] });
  world.answer = async () => 'y';
  expect(await world.release('--resume', 'v1.2.3', '--move-tag')).toBe(0);
  expect(world.printed).toContain('Move v1.2.3? [no] ');
  expect(world.scene.atRemote('rev-parse', 'v1.2.3^{commit}', 'main')).toBe(world.scene.git('rev-parse', 'HEAD', 'HEAD'));
  expect(world.repository.runs.map(({ commit }) => commit)).toEqual([expect.anything(), world.scene.git('rev-parse', 'HEAD')]);
});

test.each(['another commit', 'HEAD'])('a tag that is moved may be here at %s', async (where) => {
  await failed(guardSays('A release has the tag already', 'A release of v1.2.3 is there. See docs/installers.md#a-release-has-the-tag-already'));
  world.scene.git('commit', '--quiet', '--allow-empty', '--message', 'fix: it');
  world.scene.git('tag', '--force', 'v1.2.3', where === 'HEAD' ? 'HEAD' : 'HEAD~2');
  const [here, there] = [world.scene.git('rev-parse', 'v1.2.3'), world.scene.atRemote('rev-parse', 'v1.2.3')];
  const state = world.scene.state();
  world.answer = async () => 'no';
  expect(await world.release('--resume', 'v1.2.3', '--move-tag')).toBe(0);
  expect(oneLine().includes(`move tag v1.2.3, which is ${here.slice(0, 7)} here`)).toBe(where !== 'HEAD');
  expect(oneLine()).toContain(`tag v1.2.3, which replaces ${there.slice(0, 7)} there, to origin`);
  world.scene.hook('pre-push', 'exit 1');
  expect(await world.release('--resume', 'v1.2.3', '--move-tag', '--yes')).toBe(1);
  expect(world.scene.state()).toEqual(state);
  world.scene.hook('pre-push', 'exit 0');
  world.repository.script('installers.yml', { attempts: [GOOD] });
  expect(await world.release('--resume', 'v1.2.3', '--move-tag', '--yes')).toBe(0);
  expect(world.scene.atRemote('rev-parse', 'v1.2.3^{commit}')).toBe(world.scene.git('rev-parse', 'HEAD'));
  expect(world.scene.git('rev-parse', 'v1.2.3^{commit}')).toBe(world.scene.git('rev-parse', 'HEAD'));
});

test('a tag whose release is public is never moved', async () => {
  await failed(guardSays('A release has the tag already', 'A release of v1.2.3 is there. See docs/installers.md#a-release-has-the-tag-already'));
  world.repository.addRelease({ tag: 'v1.2.3', draft: false });
  world.scene.git('commit', '--quiet', '--allow-empty', '--message', 'fix: it');
  const state = world.scene.state();
  expect(await world.release('--resume', 'v1.2.3', '--move-tag', '--yes')).toBe(1);
  expect(oneLine()).toContain('Nothing public is changed: take the next version. [already-public]');
  expect(world.scene.state()).toEqual(state);
});

test('a run that goes on is followed, and one that has succeeded is said to', async () => {
  world.repository.script('installers.yml', { attempts: [publishing({ Guard: { lasts: 3 } })] });
  world.interruptAt('● Guard  has begun');
  expect(await world.release('patch', '--yes')).toBe(130);
  expect(world.printed).toContain('\nInterrupted. v1.2.3 is pushed, and its run goes on by itself. Come back to it by:\n  npx projen-tag-build release --resume v1.2.3\n');
  world.heard = () => {};
  expect(await world.release('--resume')).toBe(0);
  expect(world.printed).toContain('✓ Guard  ');
  expect(await world.release('--resume')).toBe(0);
  expect(world.printed).toContain('✓ Installers has succeeded.\n');
  expect(world.repository.runs).toHaveLength(1);
});

test('a tag is not moved as long as a run of it goes on', async () => {
  world.repository.script('installers.yml', { attempts: [publishing({ Guard: { lasts: 1000 } })] });
  world.interruptAt('● Guard  has begun');
  await world.release('patch', '--yes');
  world.heard = () => {};
  world.scene.git('commit', '--quiet', '--allow-empty', '--message', 'fix: it');
  const state = world.scene.state();
  expect(await world.release('--resume', 'v1.2.3', '--move-tag', '--yes')).toBe(1);
  expect(oneLine()).toMatch(/✗ A run of v1\.2\.3 has not ended, and may publish what is there now: \S+\. Wait for its end, or cancel it: gh run cancel\. \[run-goes-on\]/);
  expect(world.scene.state()).toEqual(state);
});

test('a tag that the remote does not have is not moved, and none is made', async () => {
  const state = world.scene.state();
  expect(await world.release('--resume', 'v1.2.3', '--move-tag', '--yes')).toBe(1);
  expect(oneLine()).toContain('✗ origin has no tag v1.2.3 that could be moved. To make it, leave out --resume and --move-tag. [no-such-tag]');
  expect(world.scene.state()).toEqual(state);
});

test('a run that never starts: the reason, and how it starts all the same', async () => {
  const { scene, repository } = world;
  world.heard = (printed) => { if (printed.includes('● pushing')) repository.addWorkflow('installers.yml', { disabled: true }); };
  expect(await world.release('patch', '--yes')).toBe(1);
  expect(world.printed).toContain('✗ v1.2.3 is pushed, and GitHub shows no run of Installers.\n  installers.yml is switched off: gh workflow enable installers.yml\n');
  expect(oneLine()).toContain('"gh workflow run installers.yml --ref v1.2.3 --repo acme/app" starts it on the tag');
  expect(await world.release('--resume', '--json')).toBe(1);
  expect(JSON.parse(world.printed)).toMatchObject({ outcome: 'not-started', pushed: true });
  repository.startRun('installers.yml', 'workflow_dispatch', 'v1.2.3', scene.git('rev-parse', 'HEAD'));
  expect(await world.release('--resume')).toBe(0);
});

test.each([
  [['--resume'], 'HEAD has no tag that starts a build: name the one to go on with, --resume TAG'],
  [['--resume', 'v9.9.9'], 'origin has no tag v9.9.9'],
  [['--resume', 'other'], 'tag other starts none of the builds: installers'],
  [['--resume', 'v1.2.2'], 'tag v1.2.2 is here and was not pushed to origin: "npx projen-tag-build release v1.2.2" pushes it'],
])('%j: %s', async (args, message) => {
  world.scene.git('tag', 'other');
  world.scene.git('push', '--quiet', 'origin', 'other');
  if (args[1]) world.scene.git('tag', 'v1.2.2');
  await expect(world.release(...args)).rejects.toThrow(message);
});
