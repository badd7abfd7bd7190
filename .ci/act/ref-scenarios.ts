import assert from 'node:assert/strict';
import { assertSaid, type Scenario } from './scenarios';
import type { World, WorldRun } from './world';
import { MANIFEST, type ReleaseSet } from '../../src/publish/contract';

const BUILT = { 'guard': 'success', 'manual/linux-x64': 'success', 'app/linux-x64': 'success', 'app/macos-arm64': 'success' };
/** Of all its files: what lies in the directories, and the files beside and above them. */
const IN_DIRECTORIES = ['./README.md', './include/f.h', './include/public/e.h', './lib/a/b.c', './lib/c.c'];
const BESIDE = ['./new.txt', './old.txt'];

/** What siblings are built at. */
export const refScenarios: Readonly<Record<string, Scenario>> = {
  'no tag matches: the refs are taken, and only parts are checked out': async (world, workflow) => {
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, { ...BUILT, assemble: 'success', publish: 'success' }, run.log);
    const { git } = world;
    const engine = [`../engine ${git.resolve('acme/engine', 'refs/heads/main')}`, ...IN_DIRECTORIES, ...BESIDE];
    const manual = ['Change', 'Change README.md, lib/a/b.c, lib/c.c, include/private/d.h, include/public/e.h, include/f.h, old.txt, new.txt'];
    assert.deepEqual(built(run, 'linux'), [...engine, `../fonts ${git.resolve('acme/fonts', 'refs/tags/v4.2')}`, './new.txt', ...manual]);
    assert.deepEqual(built(run, 'mac'), [...engine, ...manual]);
    assert.ok(run.summary.includes('| acme/engine | main, as there is no tag v1.2.3 |'), run.summary);
    assert.ok(run.summary.includes('| acme/manual | v4.2, in versions/fonts, as there is no tag manual-1.2.3 |'), run.summary);
    assert.deepEqual(refsOf(world), ['v1.2.3', 'main', 'v4.2', 'v4.2']);
  },

  'tags match: they are taken, and the release says so': async (world, workflow) => {
    const engine = world.push('acme/engine', 'refs/tags/v1.2.3', { 'lib/new.c': '' });
    world.push('acme/engine', 'refs/heads/v1.2.3', { 'lib/newer.c': '' });
    world.push('acme/manual', 'refs/tags/manual-1.2.3', { 'manual.md': '' });
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, { ...BUILT, assemble: 'success', publish: 'success' }, run.log);
    assert.deepEqual(built(run, 'mac').slice(0, 9), [`../engine ${engine}`, ...IN_DIRECTORIES, './lib/new.c', ...BESIDE]);
    assert.equal(built(run, 'mac').at(-2), 'Change manual.md');
    assert.ok(run.summary.includes('| acme/engine | refs/tags/v1.2.3, the matching tag |'), run.summary);
    assert.deepEqual(refsOf(world), ['v1.2.3', 'refs/tags/v1.2.3', 'v4.2', 'refs/tags/manual-1.2.3']);
  },

  'a dispatch on a branch: the refs are taken, though tags match': async (world, workflow) => {
    world.push('acme/engine', 'refs/tags/main', { 'lib/new.c': '' });
    const run = await world.run({ workflow, eventName: 'workflow_dispatch', ref: 'refs/heads/main' });
    assert.deepEqual(run.jobs, { ...BUILT, assemble: 'success' }, run.log);
    assert.equal(built(run, 'mac')[0], `../engine ${world.git.resolve('acme/engine', 'refs/heads/main')}`);
    assert.ok(run.summary.includes('| acme/engine | main, as this run is for no tag |'), run.summary);
  },

  'the file says no ref: the guard says so, and no build starts': async (world, workflow) => {
    world.releases.repository('acme/studio').files.set('versions/fonts', '# soon\n');
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, { guard: 'failure' });
    assertSaid(run, 'of acme/studio names no branch, tag or commit. Write one into it, in a line of its own.');
  },
};

function built({ artifacts }: WorldRun, name: string): string[] {
  return Object.values(artifacts).map((files) => files[`studio/out/${name}.txt`]).find(Boolean)!.trimEnd().split('\n');
}

/** What the manifest of the release says. */
function refsOf({ releases }: World): string[] {
  const [{ assets }] = releases.repository('acme/studio').releases;
  const manifest = JSON.parse(assets.find(({ name }) => name === MANIFEST)!.bytes!.toString()) as ReleaseSet;
  return manifest.repositories.map(({ ref }) => ref);
}
