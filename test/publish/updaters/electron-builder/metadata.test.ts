import { createHash } from 'node:crypto';
import { legsOf, planFor, writtenLegs } from './written-legs';
import type { AssemblePlan, ElectronBuilderPlan } from '../../../../src/publish/contract';
import { type Artifact, assembled, type Assembled } from '../../assemble-run';

const VERSION = '1.2.3';
const WRITTEN = writtenLegs(VERSION);
const SUM = 'yU++RnxLaDCjFiW2DZzpPpc/5N2D56blGx5gmISiI0X+uV3nFjk3eMvXzDmtVG45TyGTccqAcs5HVXINxoG69g==';

const MACS = pick('macos-arm64', 'macos-x64');
const WINDOWS = pick('windows-arm64', 'windows-x64');

type Artifacts = Readonly<Record<string, Artifact>>;

function pick(...names: readonly string[]): Record<string, Record<string, string | Buffer>> {
  return Object.fromEntries(names.map((name) => [name, WRITTEN[name]]));
}

/** With one file of a leg changed, renamed or taken away. */
function changed(all: Artifacts, leg: string, file: string, change: (text: string) => string | undefined, name = file): Artifacts {
  const { [file]: before, ...others } = all[leg];
  const after = change(String(before));
  return { ...all, [leg]: { ...others, ...after !== undefined && { [name]: after } } };
}

async function run(
  artifacts: Artifacts, updater: Partial<ElectronBuilderPlan> = {}, plan: Partial<AssemblePlan> = {}, environment: Record<string, string> = {},
): Promise<Assembled> {
  const legs = legsOf(artifacts);
  return assembled(legs, { updaters: [planFor(legs, updater)], ...plan }, environment);
}

const CHANGED_BEHIND = 'Something changed it after electron-builder had described it: let nothing sign, staple or pack it anew behind the build.';
const ONE_CONFIGURATION = 'and one file stands for both. Let all platforms build with one configuration.';
const NO_METADATA = 'and no app there would find the release. electron-builder writes it where it knows where updates come from: '
  + "name the repository in its configuration, publish: { provider: 'github', owner, repo }, and in output of the updater the directory that it writes to. If the configuration names a channel, set channel of the updater.";

test.each<[string, Artifacts, string[]]>([
  ['a leg without metadata', changed(MACS, 'macos-x64', 'latest-mac.yml', () => undefined), [
    `Update metadata is not there: macos-x64 left no 'latest-mac.yml', ${NO_METADATA}`,
  ]],
  ['metadata of another channel', changed(pick('windows-x64'), 'windows-x64', 'latest.yml', (text) => text, 'nightly.yml'), [
    `Update metadata is not there: windows-x64 left no 'latest.yml', but nightly.yml, ${NO_METADATA}`,
  ]],
  ['a channel that one of two Macs has', { ...MACS, 'macos-x64': { ...MACS['macos-x64'], 'beta-mac.yml': MACS['macos-x64']['latest-mac.yml'] } }, [
    `Update metadata is not there: macos-arm64 left no 'beta-mac.yml', but latest-mac.yml, ${NO_METADATA}`,
  ]],
  ['a stale version', changed(MACS, 'macos-x64', 'latest-mac.yml', (text) => text.replace('version: 1.2.3', 'version: 1.2.2')), [
    "Update metadata is of another version: 'latest-mac.yml' of macos-x64: version is '1.2.2', and that of the tag is '1.2.3'. Raise the version in package.json with the tag, or let the build set it.",
  ]],
  ['a file that was changed', changed(MACS, 'macos-x64', 'My App-1.2.3.dmg', (text) => text.replace('M', 'N'), 'My-App-1.2.3.dmg'), [
    expect.stringContaining("Update metadata does not fit the files: 'latest-mac.yml' of macos-x64: files[1].sha512 of 'My-App-1.2.3.dmg' is '2rGRomGCrkLTkxhiK8HnITkwGVWGeU2MCCPjhlYxyLwwistj/qkXK2anH5m6qv0qGciEa0n0VhvMSx13uZDO0Q==', and that of 'My-App-1.2.3.dmg' of macos-x64 is '"),
    expect.stringContaining('has no blockmap beside it'),
  ]],
  ['a file that has grown', changed(changed(WINDOWS, 'windows-x64', 'My App Setup 1.2.3.exe', (text) => `${text}signed`, 'My-App-Setup-1.2.3.exe'), 'windows-x64', 'My App Setup 1.2.3.exe.blockmap', (text) => text, 'My-App-Setup-1.2.3.exe.blockmap'), [
    `Update metadata does not fit the files: 'latest.yml' of windows-x64: files[0].size of 'My-App-Setup-1.2.3.exe' is 38, and 'My-App-Setup-1.2.3.exe' of windows-x64 has 44 bytes. ${CHANGED_BEHIND}`,
  ]],
  ['a file that is missing, and another whose name is free', changed(MACS, 'macos-x64', 'My App-1.2.3-mac.zip', () => undefined), [
    "Update metadata does not fit the files: 'latest-mac.yml' of macos-x64: files[0].url is 'My-App-1.2.3-mac.zip', and macos-x64 left no file of that name, nor one with that sha512 under a name of its own. Declare it among the artifacts, or let nothing change it behind electron-builder.",
  ]],
  ['a blockmap that is missing', changed(WINDOWS, 'windows-arm64', 'My App Setup 1.2.3.exe.blockmap', () => undefined), [
    "Update metadata does not fit the files: 'latest.yml' of windows-arm64: files[0] is 'My-App-Setup-1.2.3.exe', and 'My App Setup 1.2.3.exe' of windows-arm64 has no blockmap beside it, without which every update is loaded as a whole. Let nothing remove 'My App Setup 1.2.3.exe.blockmap', and collect it.",
  ]],
  ['an address elsewhere', changed(pick('windows-x64'), 'windows-x64', 'latest.yml', (text) => text.replace('url: My', 'url: https://evil.example/My').replace('path: My', 'path: https://evil.example/My')), [
    expect.stringContaining("files[0].url is 'https://evil.example/My-App-Setup-1.2.3.exe', and windows-x64 left no file of that name"),
  ]],
  ['a legacy sum of another file', changed(pick('macos-x64'), 'macos-x64', 'latest-mac.yml', (text) => text.replace(`\nsha512: ${SUM}`, '\nsha512: abc')), [
    "Update metadata does not fit the files: 'latest-mac.yml' of macos-x64: path and sha512 are 'My-App-1.2.3-mac.zip' and 'abc', and none of its files has both. Leave it as electron-builder writes it.",
  ]],
  ['fields that differ', changed(MACS, 'macos-x64', 'latest-mac.yml', (text) => `${text}stagingPercentage: 10\n`), [
    `Update metadata cannot be merged: latest-mac.yml: stagingPercentage is not there in that of macos-arm64, and '10' in that of macos-x64, ${ONE_CONFIGURATION}`,
  ]],
  ['no YAML', changed(MACS, 'macos-x64', 'latest-mac.yml', () => 'version: {\n'), [
    "Update metadata cannot be read: 'latest-mac.yml' of macos-x64 is called like metadata of electron-updater, and line 1 is not as electron-builder writes it. Leave it as electron-builder writes it, or call it otherwise.",
  ]],
  ['YAML of another shape', changed(pick('windows-x64'), 'windows-x64', 'latest.yml', () => 'version: 1.2.3\nfiles: []\n'), [
    expect.stringContaining('is called like metadata of electron-updater, and files is no list of files.'),
  ]],
  ['a Mac without a zip', changed(changed(pick('macos-x64'), 'macos-x64', 'latest-mac.yml', (text) => text.replace(/ {2}- url: My-App-1\.2\.3-mac\.zip\n.*\n.*\n/, '').replace(/\npath: [^]*\nreleaseDate/, '\nreleaseDate')), 'macos-x64', 'My App-1.2.3-mac.zip', (text) => text), [
    "An update would not be found: latest-mac.yml names My-App-1.2.3.dmg, and an app there loads .zip. Add such a target to electron-builder's, and declare it among the artifacts.",
  ]],
])('%s ends the run, and nothing is written', async (_, artifacts, said) => {
  const { code, said: got, files } = await run(artifacts);
  expect(got).toEqual(said.map((text) => typeof text === 'string' ? `error: ${text}` : text));
  expect({ code, files }).toEqual({ code: 1, files: [] });
});

test('all problems are said at once, those of other files too', async () => {
  const artifacts = changed(changed(MACS, 'macos-x64', 'latest-mac.yml', (text) => text.replace('version: 1.2.3', 'version: 1.2.2')), 'macos-arm64', 'latest-mac.yml', () => undefined);
  const { said } = await run({ ...artifacts, 'linux-x64': { 'empty.zip': '' } });
  expect(said.map((line) => line.split(': ')[1])).toEqual([
    'A file is empty', 'Update metadata is not there', 'Update metadata is not there', 'Update metadata is of another version',
  ]);
});

describe('names', () => {
  test('follow the declaration, and the metadata follows them; its own name stays', async () => {
    const { code, said, files, read } = await run(pick('windows-x64'), {}, { assetName: 'app-{version}-{platform}{ext}' });
    expect({ code, said }).toEqual({ code: 0, said: [] });
    expect(files).toEqual(['SHA256SUMS', 'app-1.2.3-windows-x64.exe', 'app-1.2.3-windows-x64.exe.blockmap', 'build-manifest.json', 'latest.yml']);
    expect(read('files/latest.yml')).toMatch(/^version: 1\.2\.3\nfiles:\n {2}- url: app-1\.2\.3-windows-x64\.exe\n {4}sha512: e9Hkt0b.*==\n {4}size: 38\npath: app-1\.2\.3-windows-x64\.exe\nsha512: e9Hkt0b.*\nreleaseDate: '2026-01-02T03:04:05\.000Z'\n$/);
  });

  test('are those that the metadata has, whatever the build called its files', async () => {
    const { 'My App Setup 1.2.3.exe': installer, 'My App Setup 1.2.3.exe.blockmap': blockmap, ...others } = WRITTEN['windows-x64'];
    const { code, said, files, read } = await run({ 'windows-x64': { ...others, 'Mon application.exe': installer, 'Mon application.exe.blockmap': blockmap } });
    expect({ code, said }).toEqual({ code: 0, said: [] });
    expect(files).toEqual(['My-App-Setup-1.2.3.exe', 'My-App-Setup-1.2.3.exe.blockmap', 'SHA256SUMS', 'build-manifest.json', 'latest.yml']);
    expect(read('files/latest.yml')).toBe(others['latest.yml']);
  });

  test('that say no architecture hide one file behind the other', async () => {
    const legs = legsOf(WINDOWS);
    const platforms = { 'windows-arm64': 'windows-b', 'windows-x64': 'windows-a' } as Record<string, string>;
    const renamed = Object.fromEntries(Object.entries(legs).map(([name, leg]) => [platforms[name], leg]));
    const { said } = await assembled(renamed, { updaters: [planFor(renamed)] });
    expect(said).toEqual([
      'error: An update would not be found: latest.yml: no app would load My-App-Setup-1.2.3-windows-a.exe; all take My-App-Setup-1.2.3-windows-b.exe, by the architecture in the path. Name the architectures apart: artifactName: ${name}-${version}-${os}-${arch}.${ext}',
    ]);
  });

  test('of one leg may hide one another: whoever built them has told its apps apart', async () => {
    const universal = { 'My App-1.2.3-universal-mac.zip': 'both', 'My App-1.2.3-universal-mac.zip.blockmap': 'map' };
    const sum = createHash('sha512').update('both').digest('base64');
    const { 'latest-mac.yml': text, ...others } = WRITTEN['macos-x64'];
    const all = { ...others, ...universal, 'latest-mac.yml': String(text).replace('path:', `  - url: My-App-1.2.3-universal-mac.zip\n    sha512: ${sum}\n    size: 4\npath:`) };
    expect(await run({ ...MACS, 'macos-x64': all })).toMatchObject({ code: 0, said: [] });
  });

  test('that say x64 come before those of other architectures: older updaters take the first', async () => {
    const { code, said, read } = await run(WINDOWS);
    expect({ code, said }).toEqual({ code: 0, said: [] });
    expect([...read('files/latest.yml').matchAll(/(?:url|path): (.*)/g)].map(([, name]) => name)).toEqual([
      'My-App-Setup-1.2.3-windows-x64.exe', 'My-App-Setup-1.2.3-windows-arm64.exe', 'My-App-Setup-1.2.3-windows-x64.exe',
    ]);
  });

  test('of the repository are a part of what an updater looks at', async () => {
    const { said } = await run(MACS, { repository: 'acme/tool-arm64' });
    expect(said).toContain('error: An update would not be found: latest-mac.yml: no app would load My-App-1.2.3-arm64-mac.zip; all take My-App-1.2.3-mac.zip, by the architecture in the path /acme/tool-arm64/releases/download/v1.2.3/, which the repository and the tag are part of. Name the architectures apart: artifactName: ${name}-${version}-${os}-${arch}.${ext}');
  });

  test('that metadata has are no longer free', async () => {
    const { said } = await run({ ...pick('windows-x64'), 'linux-x64': { ...WRITTEN['linux-x64'], 'x/Latest.yml': 'a: b\n' } });
    expect(said).toEqual(["error: Two files have one name: 'x/Latest.yml' of linux-x64 would be called Latest.yml, which is a name of a file that is made here. Let the build name it otherwise, or set assetName."]);
  });
});

test('the merged file is one of the release like all others', async () => {
  const { set, contents, read } = await run(MACS);
  const file = set?.files.find(({ name }) => name === 'latest-mac.yml');
  expect(file).toEqual({ name: 'latest-mac.yml', size: contents.get('latest-mac.yml')!.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), job: 'assemble', platform: '', originalName: 'latest-mac.yml' });
  expect(read('files/SHA256SUMS')).toContain(`${file?.sha256}  latest-mac.yml\n`);
});

test('a leg that is absent is left out, and one that does not update itself is not asked', async () => {
  const legs = { ...legsOf(MACS), 'windows-x64': { allowedToFail: 'no certificate' }, 'linux-x64': { holds: { 'app.tar.gz': 'x', 'latest.yml': 'a: b\n' } } };
  const updaters = [planFor({ ...legsOf(MACS), 'windows-x64': {} })];
  expect(await assembled(legs, { updaters })).toMatchObject({ code: 0, said: [expect.stringMatching(/^notice: A platform is absent/)], files: expect.arrayContaining(['latest.yml', 'latest-mac.yml']) });
});

test('the channel is the declared one, or that of the version', async () => {
  expect(await run(pick('macos-x64'), { channel: 'stable' })).toMatchObject({ code: 1, said: [expect.stringContaining("left no 'stable-mac.yml', but latest-mac.yml")] });
  expect(await run(writtenPart('1.3.0-beta.1', 'linux-x64'), {}, {}, { TAG: 'v1.3.0-beta.1', VERSION: '1.3.0-beta.1' })).toMatchObject({ code: 0, files: expect.arrayContaining(['beta-linux.yml']) });
});

test('all channels of a release are merged', async () => {
  const all = Object.fromEntries(Object.entries(MACS).map(([name, files]) => [name, { ...files, 'alpha-mac.yml': files['latest-mac.yml'], 'beta-mac.yml': files['latest-mac.yml'] }]));
  const { code, said, read } = await run(all);
  expect({ code, said }).toEqual({ code: 0, said: [] });
  expect(read('files/alpha-mac.yml')).toBe(read('files/latest-mac.yml'));
  expect(read('files/beta-mac.yml')).toBe(read('files/latest-mac.yml'));
});

test('in a rehearsal on a branch no tag says a version, and all have one all the same', async () => {
  const branch = { TAG: '', NAME: 'feature', VERSION: '', REAL: 'false' };
  expect(await run(writtenPart('1.3.0-beta.1', 'macos-x64'), {}, {}, branch)).toMatchObject({ code: 0, said: [] });
  expect(await run(changed(MACS, 'macos-x64', 'latest-mac.yml', (text) => text.replace('version: 1.2.3', 'version: 1.2.2')), {}, {}, branch)).toMatchObject({
    code: 1,
    said: ["error: Update metadata is of another version: 'latest-mac.yml' of macos-arm64: version is '1.2.3', and 'latest-mac.yml' of macos-x64 says '1.2.2'. Let all platforms build one version."],
  });
});

test('a leg without blockmaps is one whose metadata wants none: differentialPackage is false', async () => {
  const { 'My App Setup 1.2.3.exe.blockmap': _, 'latest.yml': text, ...others } = WRITTEN['windows-x64'];
  const leg = { holds: { ...others, 'latest.yml': String(text).replace(/\n {4}size: .*/, '') }, patterns: ['dist/*.exe', 'dist/*.yml', 'dist/*.blockmap'] };
  const ofLeg = async (unneeded: string[]) => assembled({ 'windows-x64': { ...leg, unneeded } }, { updaters: [planFor({ 'windows-x64': {} })] });
  expect(await ofLeg(['dist/*.blockmap'])).toMatchObject({ code: 0, said: [] });
  expect(await ofLeg([])).toMatchObject({ code: 1, said: [expect.stringContaining("No file of windows-x64 matches 'dist/*.blockmap'")] });
});

test('newer metadata without legacy fields stays without them', async () => {
  const without = (text: string) => text.replace(/\npath: [^]*\nreleaseDate/, '\nreleaseDate');
  const { code, read } = await run(changed(changed(MACS, 'macos-x64', 'latest-mac.yml', without), 'macos-arm64', 'latest-mac.yml', without));
  expect(code).toBe(0);
  expect(read('files/latest-mac.yml')).not.toMatch(/^(?:path|sha512):/m);
});

test('the packages of web installers are merged by their architecture', async () => {
  const web = (arch: string, name: string) => {
    const pack = { name: `my-app-1.2.3-${arch}.nsis.7z`, text: `the package for ${arch}` };
    const sum = createHash('sha512').update(pack.text).digest('base64');
    const { 'latest.yml': text, ...others } = WRITTEN[name];
    const packages = `packages:\n  ${arch}:\n    size: ${pack.text.length}\n    blockMapSize: 3\n    sha512: ${sum}\n    path: ${pack.name}\n    file: ${pack.name}\n`;
    return { ...others, [pack.name]: pack.text, 'latest.yml': `${text}${packages}` };
  };
  const { code, said, read } = await run({ 'windows-x64': web('x64', 'windows-x64'), 'windows-arm64': web('arm64', 'windows-arm64') });
  expect({ code, said }).toEqual({ code: 0, said: [] });
  expect(read('files/latest.yml')).toMatch(/\npackages:\n {2}x64:\n {4}size: 19\n.*\n.*\n {4}path: my-app-1\.2\.3-x64\.nsis\.7z\n {4}file: .*\n {2}arm64:\n {4}size: 21\n/);
});

function writtenPart(version: string, leg: string): Artifacts {
  return { [leg]: writtenLegs(version)[leg] };
}
