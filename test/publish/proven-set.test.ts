import { createHash } from 'node:crypto';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReleaseScene } from './support/release-scene';

let scene: ReleaseScene;
beforeEach(async () => { scene = await ReleaseScene.start(); });
afterEach(async () => scene.close());

const path = (...parts: readonly string[]) => join(scene.directory, 'release', ...parts);

test('another set, whole and with a record of its own, is not the one that was assembled', async () => {
  const files = { ...scene.files };
  await scene.close();
  scene = await ReleaseScene.start({ files: { 'App-1.0.0.dmg': 'of somebody else' }, env: { RECORD_SHA256: createHash('sha256').update(files['build-manifest.json']).digest('hex') } });

  const { code, errors } = await scene.run();

  expect(code).toBe(1);
  expect(errors).toMatchObject([{ title: 'The files are not those that were assembled', text: expect.stringContaining('release/set.json is not the one that the job "assemble" wrote') }]);
  expect(scene.github.log).toEqual([]);
});

test('a sum that did not arrive proves nothing', async () => {
  await scene.close();
  scene = await ReleaseScene.start({ env: { RECORD_SHA256: '' } });

  expect(await scene.run()).toMatchObject({ code: 1, errors: [{ text: expect.stringContaining('The variable RECORD_SHA256 of the step is empty') }] });
});

test.each([
  { what: 'other bytes', change: () => writeFileSync(path('files', 'App-1.0.0.dmg'), 'a disk IMAGE'), problem: 'App-1.0.0.dmg has other bytes, SHA256SUMS does not hold the sums of the files' },
  { what: 'a missing file', change: () => rmSync(path('files', 'App-1.0.0.dmg')), problem: 'App-1.0.0.dmg is missing, SHA256SUMS does not' },
  { what: 'another file', change: () => writeFileSync(path('files', 'extra'), 'x'), problem: 'extra is not in the record, SHA256SUMS does not' },
  { what: 'an empty file', change: () => writeFileSync(path('files', 'App-1.0.0.dmg'), ''), problem: 'App-1.0.0.dmg has 0 bytes, and GitHub takes 1 to 2147483647' },
  { what: 'a name that GitHub would change', change: () => writeFileSync(path('files', 'a b'), 'x'), problem: "'a b' is no name that GitHub keeps" },
  { what: 'a manifest that says something else', change: () => writeFileSync(path('files', 'build-manifest.json'), '{}'), problem: 'build-manifest.json is not the record' },
  { what: 'a record of another tag', change: () => writeFileSync(path('set.json'), '{"version":1,"tag":"v2","files":[],"repositories":[],"absent":[],"signatures":[]}'), problem: "it was assembled for tag 'v2', and this run is for 'v1.0.0'" },
  { what: 'no record', change: () => rmSync(path('set.json')), problem: 'release/set.json is not there' },
  { what: 'a record of another shape', change: () => writeFileSync(path('set.json'), '[]'), problem: 'release/set.json is no record that this version wrote' },
  { what: 'a link', change: () => symlinkSync('/etc/passwd', path('files', 'link')), problem: 'release/files/link is no file' },
  { what: 'no file', change: () => rmSync(path('files'), { recursive: true }), problem: 'it has 0 files, and a release has 1 to 1000' },
])('$what stops before anything is asked', async ({ change, problem }) => {
  change();

  const { code, errors } = await scene.run();

  expect(code).toBe(1);
  expect(errors).toMatchObject([{ title: 'The files are not those that were assembled' }]);
  expect(errors[0].text).toContain(problem);
  expect(scene.github.log).toEqual([]);
});
