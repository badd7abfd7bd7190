import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { assertSaid, type Scenario } from './scenarios';
import type { World } from './world';

const LEGS = { 'linux-x64': 'success', 'windows-x64': 'success', 'macos-arm64': 'success' };
const FILES = { 'Viewer.AppImage': 'for Linux\n', 'Viewer-Setup.exe': 'for Windows\n', 'Viewer.dmg': 'for macOS\n', 'Viewer.zip': 'zipped\n' };
const ALL = [...Object.keys(FILES), 'SHA256SUMS', 'build-manifest.json'];

/** From a tag to a public release, and what keeps it from being one. */
export const releaseScenarios: Readonly<Record<string, Scenario>> = {
  'all well: the release is public, with the files of all legs under names that GitHub keeps': async (world, workflow) => {
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, { guard: 'success', ...LEGS, assemble: 'success', publish: 'success' }, run.log);
    assertPublic(world, 'v1.2.3');
    assert.ok(run.summary.includes('| Viewer-Setup.exe |'), run.summary);
    assert.doesNotMatch(run.log + run.summary, /ghs_of_the_workflow/);
  },

  'a file is lost on its way: the job that assembles names its pattern, and nothing is published': async (world, workflow) => {
    const run = await world.run({ workflow, env: { ARTIFACTS_WITHOUT: 'Viewer.zip' } });
    assert.deepEqual(run.jobs, { guard: 'success', ...LEGS, assemble: 'failure' });
    assertSaid(run, "No file of macos-arm64 matches 'out/*.zip'");
    assert.deepEqual(releases(world), []);
  },

  'the verified files are changed on their way: nothing is published': async (world, workflow) => {
    const run = await world.run({ workflow, env: { ARTIFACTS_CHANGED: 'files/Viewer.dmg' } });
    assert.deepEqual(run.jobs, { guard: 'success', ...LEGS, assemble: 'success', publish: 'failure' });
    assertSaid(run, 'Viewer.dmg has other bytes');
    assert.deepEqual(releases(world), []);
  },

  'the tag moves while the files are uploaded: nothing becomes public': async (world, workflow) => {
    const repository = world.releases.repository('acme/viewer');
    world.releases.inject({ method: 'POST', path: '/assets?name=Viewer.dmg' }, { call: () => repository.addTag('v1.2.3') });
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, { guard: 'success', ...LEGS, assemble: 'success', publish: 'failure' });
    assert.deepEqual(releases(world).map(({ draft }) => draft), [true]);
    assertSaid(run, 'Tag v1.2.3 of acme/viewer points to');
  },

  'GitHub keeps other bytes than it was sent: they are sent again before anything is public': async (world, workflow) => {
    world.releases.inject({ method: 'POST', path: '/assets?name=Viewer.dmg' }, {
      call: () => releases(world)[0].assets.filter(({ name }) => name === 'Viewer.dmg').forEach((asset) => { asset.digest = `sha256:${'0'.repeat(64)}`; }),
    });
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, { guard: 'success', ...LEGS, assemble: 'success', publish: 'success' }, run.log);
    assertPublic(world, 'v1.2.3');
  },

  'one leg fails: there is no release, and no draft of one': async (world, workflow) => {
    world.tag('v1.2.4', { 'broken-on-windows': '' });
    const run = await world.run({ workflow, ref: 'refs/tags/v1.2.4' });
    assert.deepEqual(run.jobs, { 'guard': 'success', ...LEGS, 'windows-x64': 'failure' });
    assert.deepEqual(releases(world), []);
  },

  'a dispatch on a branch: the same set is made and checked, and nothing is published': async (world, workflow) => {
    const run = await world.run({ workflow, eventName: 'workflow_dispatch', ref: 'refs/heads/main' });
    assert.deepEqual(run.jobs, { guard: 'success', ...LEGS, assemble: 'success' }, run.log);
    const set = Object.keys(run.artifacts['installers-release-main']).map((file) => file.replace('release/files/', ''));
    assert.deepEqual(set.sort(), [...ALL, 'release/set.json'].sort());
    assert.ok(run.summary.includes('a GitHub release in this repository'), run.summary);
    assert.deepEqual(releases(world), []);
    assert.deepEqual(changesSince(world, 0), []);
  },

  'GitHub refuses to publish: the draft stays, and another run finishes it': async (world, workflow) => {
    world.releases.inject({ method: 'PATCH' }, { answer: { status: 422, headers: {}, body: JSON.stringify({ message: 'Validation Failed' }) } });
    const refused = await world.run({ workflow });
    assert.deepEqual(refused.jobs, { guard: 'success', ...LEGS, assemble: 'success', publish: 'failure' });
    assert.deepEqual(releases(world).map(({ draft }) => draft), [true]);
    assertSaid(refused, 'Re-run failed jobs');
    const [{ id }] = releases(world);
    const uploads = uploadsOf(world);
    const again = await world.run({ workflow });
    assert.deepEqual(again.jobs, { guard: 'success', ...LEGS, assemble: 'success', publish: 'success' }, again.log);
    assertPublic(world, 'v1.2.3');
    assert.deepEqual(releases(world).map((release) => release.id), [id]);
    assert.ok(uploadsOf(world) <= uploads + 2, 'only the sums and the manifest, which name the run, are uploaded again');
  },

  'a tag that has its release: another run changes nothing': async (world, workflow) => {
    await world.run({ workflow });
    const requests = world.releases.log.length;
    const again = await world.run({ workflow });
    assert.deepEqual(again.jobs, { guard: 'success', ...LEGS, assemble: 'success', publish: 'success' }, again.log);
    assert.deepEqual(changesSince(world, requests), []);
  },

  'a tag that has another release: the run says how it differs, and changes nothing': async (world, workflow) => {
    world.releases.repository('acme/viewer').addRelease({ tag: 'v1.2.3', draft: false, assets: [{ name: 'Viewer.dmg', bytes: 'another' }] });
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, { guard: 'success', ...LEGS, assemble: 'success', publish: 'failure' });
    assertSaid(run, 'Viewer.dmg has other bytes');
    assert.deepEqual(changesSince(world, 0), []);
  },
};

function changesSince(world: World, requests: number): string[] {
  return world.releases.log.slice(requests).filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}

function releases(world: World) {
  return world.releases.repository('acme/viewer').releases;
}

function assertPublic(world: World, tag: string): void {
  const [release, ...others] = releases(world);
  assert.deepEqual(others, []);
  assert.deepEqual([release.tag, release.draft, release.prerelease], [tag, false, false]);
  assert.deepEqual(release.assets.map(({ name }) => name).sort(), [...ALL].sort());
  for (const [name, text] of Object.entries(FILES)) {
    assert.equal(release.assets.find((asset) => asset.name === name)!.digest, `sha256:${createHash('sha256').update(text).digest('hex')}`);
  }
}

function uploadsOf(world: World): number {
  return world.releases.log.filter(({ method, part }) => method === 'POST' && part === 'uploads').length;
}
