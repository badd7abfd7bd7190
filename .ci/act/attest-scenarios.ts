import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { assertSaid, type Scenario } from './scenarios';
import type { World, WorldRun } from './world';
import { write } from '../../test/cases/harness';

const BUILT = { 'guard': 'success', 'linux-x64': 'success', 'windows-x64': 'success' };
const ALL_WELL = { ...BUILT, assemble: 'success', attest: 'success', draft: 'success', look: 'success', publish: 'success' };
const FILES = ['Viewer.AppImage', 'Viewer.cdx.json', 'Viewer.exe', 'build-manifest.json'];
const ALL = [...FILES, 'SHA256SUMS', 'provenance.sigstore.json', 'sbom.sigstore.json'];

/** Where the files of a release are attested. No Sigstore of the world's can sign here: the stand-in of actions/attest does, by one of our own. */
export const attestScenarios: Readonly<Record<string, Scenario>> = {
  'all well: the release has the bundles, and gh verifies every file by the words of its notes': async (world, workflow) => {
    const run = await world.run({ workflow, repository: { visibility: 'public', owner: { type: 'User' } } });
    assert.deepEqual(run.jobs, ALL_WELL, run.log);
    const [release] = releases(world);
    assert.deepEqual([release.draft, release.assets.map(({ name }) => name).sort()], [false, [...ALL].sort()]);
    const files = downloaded(world, run);
    const [, words] = /^gh attestation verify FILE (.*)$/m.exec(release.notes ?? '')!;
    FILES.forEach((name) => verify(world, files, [name, ...words.split(' '), '--bundle', 'provenance.sigstore.json']));
    FILES.forEach((name) => verify(world, files, [name, ...words.split(' '), '--bundle', 'sbom.sigstore.json', '--predicate-type', 'https://cyclonedx.org/bom']));
    assert.throws(() => verify(world, { ...files, 'Viewer.exe': 'of somebody else' }, ['Viewer.exe', ...words.split(' '), '--bundle', 'provenance.sigstore.json']));
    assert.throws(() => verify(world, files, ['Viewer.exe', ...words.replace('v1.2.3', 'v1.2.4').split(' '), '--bundle', 'provenance.sigstore.json']));
    assert.doesNotMatch(run.log + run.summary, /ghs_of_the_workflow/);
  },

  'something else is signed: the job that attests says so, and there is no draft': async (world, workflow) => {
    const run = await world.run({ workflow, env: { ATTESTED_INSTEAD: `${'0'.repeat(64)}  Viewer.exe` } });
    assert.deepEqual(run.jobs, { ...BUILT, assemble: 'success', attest: 'failure' });
    assertSaid(run, 'speaks of 1 file, and not of exactly the 4 that SHA256SUMS names');
    assert.deepEqual(releases(world), []);
  },

  'a bundle is changed on its way: there is no draft': async (world, workflow) => {
    const run = await world.run({ workflow, env: { ARTIFACTS_CHANGED: 'provenance.sigstore.json' } });
    assert.deepEqual(run.jobs, { ...BUILT, assemble: 'success', attest: 'success', draft: 'failure' });
    assertSaid(run, 'What lies in attestations is not what the job "attest" laid out there');
    assert.deepEqual(releases(world), []);
  },

  'a tag that has its release: another run signs anew, and changes nothing': async (world, workflow) => {
    await world.run({ workflow });
    const requests = world.releases.log.length;
    const again = await world.run({ workflow });
    assert.deepEqual(again.jobs, ALL_WELL, again.log);
    assert.deepEqual(world.releases.log.slice(requests).filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`), []);
  },

  'a dispatch on a branch: the SBOM is checked, and nothing is signed': async (world, workflow) => {
    const run = await world.run({ workflow, eventName: 'workflow_dispatch', ref: 'refs/heads/main' });
    assert.deepEqual(run.jobs, { ...BUILT, assemble: 'success' }, run.log);
  },

  'a private repository of a user: the guard says so, and no build starts': async (world, workflow) => {
    const run = await world.run({ workflow, repository: { visibility: 'private', owner: { type: 'User' } } });
    assert.deepEqual(run.jobs, { guard: 'failure' });
    assertSaid(run, 'acme/viewer is private and belongs to a user');
  },
};

function releases(world: World) {
  return world.releases.repository('acme/viewer').releases;
}

/** What the release has, byte for byte. */
function downloaded(world: World, { artifacts }: WorldRun): Record<string, string> {
  const files = { ...artifacts['viewer-release-v1.2.3'], ...artifacts['viewer-attestations-v1.2.3'] };
  return Object.fromEntries(releases(world)[0].assets.map(({ name, digest }) => {
    const [, text] = Object.entries(files).find(([path]) => path.endsWith(`/${name}`))!;
    assert.equal(digest, `sha256:${createHash('sha256').update(text).digest('hex')}`);
    return [name, text];
  }));
}

/** Without a login and without a network. @throws where gh does not accept it */
function verify({ sigstore }: World, files: Readonly<Record<string, string>>, args: readonly string[]): void {
  const dir = mkdtempSync(join(sigstore, 'downloaded-'));
  write(dir, files);
  execFileSync('gh-newest', ['attestation', 'verify', ...args, '--custom-trusted-root', join(sigstore, 'trusted_root.jsonl')], {
    cwd: dir, stdio: 'pipe', env: { PATH: process.env.PATH, HOME: dir, https_proxy: 'http://127.0.0.1:9', GH_NO_UPDATE_NOTIFIER: '1' },
  });
}
