import { updateOf, type InstalledApp } from './installed-app';
import { legsOf, planFor, writtenLegs } from './written-legs';
import { FakeReleaseGitHub } from '../../../support/fake-github/fake-release-github';
import { assembled, type Assembled } from '../../assemble-run';

// what Electron itself brings on macOS; it would install what was downloaded
jest.mock('electron', () => ({ autoUpdater: { on: () => undefined, setFeedURL: () => undefined } }), { virtual: true });
// it asks uname and sysctl whether the machine has a processor of Apple, whatever its own process is for
jest.mock('child_process', () => ({ ...jest.requireActual<object>('child_process'), execFileSync: () => { throw new Error('no such program'); } }));

/** What electron-builder has written is put together by the script, and published; then apps that are installed look for it. */

const STABLE = '1.2.3';
/** Of a channel that the app's configuration names. */
const BETA = '1.3.0-beta.1';
/** Of none, so that its metadata is called as that of a stable version is. */
const PLAIN_BETA = '1.4.0-beta.1';

let github: FakeReleaseGitHub;
const releases = new Map<string, Assembled>();

beforeAll(async () => {
  github = await FakeReleaseGitHub.start();
  for (const [version, name] of [[STABLE, 'app'], [BETA, 'app'], [PLAIN_BETA, 'plain']]) {
    const repository = github.repositories.get(`acme/${name}`) ?? github.addRepository(`acme/${name}`);
    const legs = legsOf(writtenLegs(version));
    const release = await assembled(legs, { updaters: [planFor(legs)] }, { TAG: `v${version}`, NAME: `v${version}`, VERSION: version });
    repository.addTag(`v${version}`);
    repository.addRelease({ tag: `v${version}`, draft: false, prerelease: version !== STABLE, assets: [...release.contents].map(([asset, bytes]) => ({ name: asset, bytes })) });
    releases.set(version, release);
  }
});

afterAll(async () => github.close());

test('files that hold spaces are called as their metadata says, metadata of two legs is one, and names that two legs have are told apart', () => {
  expect(releases.get(STABLE)).toMatchObject({ code: 0, said: [] });
  expect(releases.get(STABLE)!.files).toEqual([
    'My-App-1.2.3-arm64-mac.zip', 'My-App-1.2.3-arm64-mac.zip.blockmap', 'My-App-1.2.3-arm64.AppImage', 'My-App-1.2.3-arm64.dmg', 'My-App-1.2.3-arm64.dmg.blockmap',
    'My-App-1.2.3-mac.zip', 'My-App-1.2.3-mac.zip.blockmap', 'My-App-1.2.3.AppImage', 'My-App-1.2.3.dmg', 'My-App-1.2.3.dmg.blockmap',
    'My-App-Setup-1.2.3-windows-arm64.exe', 'My-App-Setup-1.2.3-windows-arm64.exe.blockmap', 'My-App-Setup-1.2.3-windows-x64.exe', 'My-App-Setup-1.2.3-windows-x64.exe.blockmap',
    'SHA256SUMS', 'build-manifest.json', 'latest-linux-arm64.yml', 'latest-linux.yml', 'latest-mac.yml', 'latest.yml', 'my-app_1.2.3_amd64.deb', 'my-app_1.2.3_arm64.deb',
  ]);
});

test('metadata of one leg is what electron-builder wrote, byte for byte', () => {
  const written = writtenLegs(STABLE);
  expect(releases.get(STABLE)!.read('files/latest-linux-arm64.yml')).toBe(written['linux-arm64']['latest-linux-arm64.yml']);
  expect(releases.get(STABLE)!.read('files/latest-linux.yml')).toBe(written['linux-x64']['latest-linux.yml']);
});

test('metadata of two legs holds the files of both, those first whose names hold no architecture', () => {
  const sums = (leg: string, name: string) => /sha512: (.*)/g.exec(String(writtenLegs(STABLE)[leg][name]).split(/^ {2}- url: /m).find((part) => part.startsWith('My-App-1.2.3') && part.includes('zip'))!)![1];
  const text = releases.get(STABLE)!.read('files/latest-mac.yml');
  expect(text.replace(/sha512: .*/g, 'sha512: …')).toBe(`version: 1.2.3
files:
  - url: My-App-1.2.3-mac.zip
    sha512: …
    size: 34
  - url: My-App-1.2.3.dmg
    sha512: …
    size: 30
  - url: My-App-1.2.3-arm64-mac.zip
    sha512: …
    size: 42
  - url: My-App-1.2.3-arm64.dmg
    sha512: …
    size: 38
path: My-App-1.2.3-mac.zip
sha512: …
releaseDate: '2026-01-02T03:04:03.000Z'
`);
  expect(text).toContain(`path: My-App-1.2.3-mac.zip\nsha512: ${sums('macos-x64', 'latest-mac.yml')}\n`);
});

test.each<[InstalledApp['as'], string, string, string]>([
  ['zip', 'arm64', STABLE, 'My App-1.2.3-arm64-mac.zip of macos-arm64'],
  ['zip', 'x64', STABLE, 'My App-1.2.3-mac.zip of macos-x64'],
  ['nsis', 'x64', STABLE, 'My App Setup 1.2.3.exe of windows-x64'],
  ['nsis', 'arm64', STABLE, 'My App Setup 1.2.3.exe of windows-arm64'],
  ['AppImage', 'x64', STABLE, 'My App-1.2.3.AppImage of linux-x64'],
  ['AppImage', 'arm64', STABLE, 'My App-1.2.3-arm64.AppImage of linux-arm64'],
  ['deb', 'x64', STABLE, 'my-app_1.2.3_amd64.deb of linux-x64'],
  ['deb', 'arm64', STABLE, 'my-app_1.2.3_arm64.deb of linux-arm64'],
  ['zip', 'arm64', BETA, 'My App-1.3.0-beta.1-arm64-mac.zip of macos-arm64'],
  ['zip', 'x64', BETA, 'My App-1.3.0-beta.1-mac.zip of macos-x64'],
  ['nsis', 'x64', BETA, 'My App Setup 1.3.0-beta.1.exe of windows-x64'],
  ['nsis', 'arm64', BETA, 'My App Setup 1.3.0-beta.1.exe of windows-arm64'],
  ['AppImage', 'x64', BETA, 'My App-1.3.0-beta.1.AppImage of linux-x64'],
  ['AppImage', 'arm64', BETA, 'My App-1.3.0-beta.1-arm64.AppImage of linux-arm64'],
])('an app installed as %s on %s finds %s', async (as, arch, version, content) => {
  const update = await updateOf({ as, arch, version: version === BETA ? '1.3.0-beta.0' : '1.2.2', url: github.url });
  expect(update?.version).toBe(version);
  expect(update?.content.startsWith(content)).toBe(true);
});

test.each<[InstalledApp['as'], string]>([
  ['zip', 'My App-1.4.0-beta.1-arm64-mac.zip of macos-arm64'],
  ['nsis', 'My App Setup 1.4.0-beta.1.exe of windows-arm64'],
  ['AppImage', 'My App-1.4.0-beta.1-arm64.AppImage of linux-arm64'],
])('a pre-release that is installed as %s finds %s, whose metadata has no channel of its own', async (as, content) => {
  expect(releases.get(PLAIN_BETA)).toMatchObject({ code: 0, said: [], files: expect.arrayContaining(['latest.yml', 'latest-mac.yml']) });
  const update = await updateOf({ as, arch: 'arm64', version: '1.4.0-beta.0', url: github.url, repository: 'plain' });
  expect(update).toMatchObject({ version: PLAIN_BETA, content: expect.stringMatching(`^${content}`) });
});

test('an app that is the newest finds nothing', async () => {
  expect(await updateOf({ as: 'nsis', arch: 'x64', version: STABLE, url: github.url })).toBeUndefined();
});

test('an app refuses what is not what the metadata says', async () => {
  const [{ assets }] = github.repository('acme/app').releases;
  const asset = assets.find(({ name }) => name === 'My-App-Setup-1.2.3-windows-x64.exe')!;
  const { bytes } = asset;
  Object.assign(asset, { bytes: Buffer.from('something else') });
  await expect(updateOf({ as: 'nsis', arch: 'x64', version: '1.2.2', url: github.url })).rejects.toThrow(/sha512 checksum mismatch/);
  Object.assign(asset, { bytes });
});
