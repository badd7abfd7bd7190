import './electron';
import assert from 'node:assert/strict';
import { RELEASE_TOKEN, written } from './electron-scene';
import { assertSaid, type Scenario } from './scenarios';
import { type InstalledApp, updateOf } from '../../test/publish/updaters/electron-builder/installed-app';

const BUILT = { 'guard': 'success', 'macos-arm64': 'success', 'macos-x64': 'success', 'windows-x64': 'success', 'windows-arm64': 'success', 'linux-x64': 'success' };

/** How an app is installed, and the file that is meant for it. */
const UPDATES: ReadonlyArray<readonly [as: InstalledApp['as'], arch: string, file: string]> = [
  ['zip', 'arm64', 'My App-1.2.3-arm64-mac.zip of macos-arm64'],
  ['zip', 'x64', 'My App-1.2.3-mac.zip of macos-x64'],
  ['nsis', 'x64', 'My App Setup 1.2.3.exe of windows-x64'],
  ['nsis', 'arm64', 'My App Setup 1.2.3.exe of windows-arm64'],
  ['AppImage', 'x64', 'My App-1.2.3.AppImage of linux-x64'],
];

/** From a tag to the update that an installed app accepts. */
export const updateScenarios: Readonly<Record<string, Scenario>> = {
  'all well: apps that are installed find the file of their system and processor in the other repository, and accept it': async (world, workflow) => {
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, { ...BUILT, assemble: 'success', publish: 'success' }, run.log);
    for (const [as, arch, file] of UPDATES) {
      const update = await updateOf({ as, arch, version: '1.2.2', url: world.releases.url, repository: 'studio-releases' });
      assert.deepEqual([update?.version, update?.content.split('\n')[0]], ['1.2.3', file]);
    }
    assert.ok(!(run.log + run.summary).includes(RELEASE_TOKEN));
  },

  'the metadata of one leg is left over from another version: the job that assembles names it, and nothing is published': async (world, workflow) => {
    const mac = written['macos-x64'];
    const stale = { ...mac, 'latest-mac.yml': mac['latest-mac.yml'].replace('version: 1.2.3', 'version: 1.2.2') };
    world.tag('v1.2.3', { 'written.json': JSON.stringify({ ...written, 'macos-x64': stale }) });
    const run = await world.run({ workflow });
    assert.deepEqual(run.jobs, { ...BUILT, assemble: 'failure' });
    assertSaid(run, "'latest-mac.yml' of macos-x64: version is '1.2.2', and that of the tag is '1.2.3'");
    assert.deepEqual(world.releases.repository('acme/studio-releases').releases, []);
  },
};
