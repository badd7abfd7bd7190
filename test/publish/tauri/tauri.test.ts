import { renameSync, symlinkSync, truncateSync } from 'node:fs';
import { accept, type App, find } from './plugin';
import { contentOf, FILES, keyOf, SIGNED, type SignedFile } from './signed-files';
import { CONFIG, CONFIGURATION, leftBy, leftByAll, made, type Left, type Made, PLAN, without } from './tauri-scene';

const ALL = leftByAll();
const [APP_IMAGE] = FILES;
const { path: PATH } = APP_IMAGE;
const LINUX = { legs: PLAN.legs.slice(0, 1) };
const DOWNLOADS = 'https://github.com/acme/app/releases/download/v1.2.3/';

/** Linux alone, with these files and signatures in place of its own. */
const linux = (left: Left, more: Parameters<typeof made>[0] = {}) => made({ ...more, legs: { 'linux-x64': { ...leftBy('linux-x64'), ...left } }, plan: { ...LINUX, ...more.plan } });

/** The file that an app is led to, which it accepts. */
function installed({ latest, release }: Made, app: Omit<App, 'pubkey'>): string {
  const own: App = { ...app, pubkey: SIGNED.publicKey };
  const found = find(latest, own);
  expect(found.url.startsWith(DOWNLOADS)).toBe(true);
  const name = decodeURIComponent(found.url.slice(DOWNLOADS.length));
  accept(release[name], found, own);
  return release[name].toString();
}

const madeBy = (leg: string, path: string) => contentOf({ leg, path } satisfies SignedFile);

test('each app finds the file that is for it, and accepts it', async () => {
  const all = await made();

  expect(all.said).toEqual([]);
  const apps: [App['os'], App['arch'], App['installer'], string, string][] = [
    ['linux', 'x86_64', 'appimage', 'linux-x64', 'appimage/App_1.2.3_amd64.AppImage'],
    ['linux', 'x86_64', 'deb', 'linux-x64', 'deb/App_1.2.3_amd64.deb'],
    ['linux', 'x86_64', 'rpm', 'linux-x64', 'rpm/App-1.2.3-1.x86_64.rpm'],
    ['linux', 'x86_64', undefined, 'linux-x64', 'appimage/App_1.2.3_amd64.AppImage.tar.gz'],
    ['darwin', 'aarch64', 'app', 'macos-arm64', 'macos/App.app.tar.gz'],
    ['darwin', 'aarch64', undefined, 'macos-arm64', 'macos/App.app.tar.gz'],
    ['darwin', 'x86_64', 'app', 'macos-x64', 'macos/App.app.tar.gz'],
    ['darwin', 'x86_64', undefined, 'macos-x64', 'macos/App.app.tar.gz'],
    ['windows', 'x86_64', 'nsis', 'windows-x64', 'nsis/App_1.2.3_x64-setup.exe'],
    ['windows', 'x86_64', 'msi', 'windows-x64', 'msi/App_1.2.3_x64_en-US.msi'],
    ['windows', 'x86_64', undefined, 'windows-x64', 'nsis/App_1.2.3_x64-setup.nsis.zip'],
    ['windows', 'aarch64', 'nsis', 'windows-x64', 'nsis/App_1.2.3_arm64-setup.exe'],
    ['windows', 'aarch64', 'msi', 'windows-x64', 'nsis/App_1.2.3_arm64-setup.exe'],
    ['windows', 'i686', undefined, 'windows-x64', 'nsis/App_1.2.3_x86-setup.exe'],
  ];
  for (const [os, arch, installer, leg, path] of apps) {
    expect([os, arch, installer, installed(all, { os, arch, installer, requireSignedVersion: true })])
      .toEqual([os, arch, installer, madeBy(leg, path)]);
  }
  expect(() => find(all.latest, { os: 'linux', arch: 'aarch64', pubkey: '' })).toThrow('TargetsNotFound');
});

test('the file says the version, where to read of it and when it was signed; made again, it is the same', async () => {
  const [one, again] = [await made(), await made()];
  const { platforms, ...said } = JSON.parse(one.latest);
  const timeOf = (signature: string) => Number(/timestamp:(\d+)/.exec(Buffer.from(signature, 'base64').toString())?.[1]);
  const signedAt = Math.max(...Object.values(SIGNED.of).map(timeOf));

  expect(said).toEqual({ version: '1.2.3', notes: 'https://github.com/acme/app/releases/tag/v1.2.3', pub_date: new Date(signedAt * 1000).toISOString() });
  expect(platforms['darwin-x86_64']).toEqual({ url: `${DOWNLOADS}App-macos-x64.app.tar.gz`, signature: SIGNED.of['macos-x64/macos/App.app.tar.gz'] });
  expect(Object.keys(platforms)).toHaveLength(15);
  expect(again.latest).toBe(one.latest);
});

test('where apps download from, and what a tag or a name has that no address has', async () => {
  const { latest } = await made({ plan: { repository: 'acme/releases' }, env: { TAG: 'app/v1.2.3+a', GITHUB_SERVER_URL: 'https://acme.ghe.com' } });
  expect(JSON.parse(latest)).toMatchObject({
    notes: 'https://acme.ghe.com/acme/releases/releases/tag/app%2Fv1.2.3%2Ba',
    platforms: { 'linux-x86_64-deb': { url: 'https://acme.ghe.com/acme/releases/releases/download/app%2Fv1.2.3%2Ba/App_1.2.3_amd64.deb' } },
  });
});

describe('an app for Windows that does not say what it was installed from', () => {
  const app = { os: 'windows', arch: 'x86_64' } as const;

  test('gets the MSI where that is preferred', async () => {
    expect(installed(await made({ plan: { preferMsi: true } }), app)).toBe(madeBy('windows-x64', 'msi/App_1.2.3_x64_en-US.msi.zip'));
  });

  test('gets what there is', async () => {
    const all = leftBy('windows-x64');
    const butFor = (kind: RegExp) => ({ ...ALL, 'windows-x64': without(all, ...Object.keys(all).filter((path) => kind.test(path))) });
    const msi = await made({ legs: butFor(/x64-setup/) });
    const setup = await made({ legs: butFor(/\.msi/), plan: { preferMsi: true } });
    expect([msi.said, setup.said]).toEqual([[], []]);
    expect(installed(msi, app)).toBe(madeBy('windows-x64', 'msi/App_1.2.3_x64_en-US.msi.zip'));
    expect(installed(setup, app)).toBe(madeBy('windows-x64', 'nsis/App_1.2.3_x64-setup.nsis.zip'));
  });
});

test('a universal app is for both Macs', async () => {
  const universal = await made({
    legs: { 'macos-arm64': leftBy('macos-arm64') },
    plan: { legs: [{ job: 'build', platform: 'macos-arm64', targets: ['darwin-aarch64', 'darwin-x86_64'] }] },
  });
  expect(universal.said).toEqual([]);
  for (const arch of ['aarch64', 'x86_64'] as const) {
    expect(installed(universal, { os: 'darwin', arch })).toBe(madeBy('macos-arm64', 'macos/App.app.tar.gz'));
  }
});

test('one leg may build for several systems', async () => {
  const both = await made({
    legs: { all: { ...leftBy('linux-x64'), ...leftBy('windows-x64') } },
    plan: { legs: [{ job: 'build', platform: 'all', targets: ['linux-x86_64', 'windows-x86_64'] }] },
  });
  expect(both.said).toEqual([]);
  expect(installed(both, { os: 'windows', arch: 'x86_64', installer: 'nsis' })).toBe(madeBy('windows-x64', 'nsis/App_1.2.3_x64-setup.exe'));
  expect(installed(both, { os: 'linux', arch: 'x86_64', installer: 'deb' })).toBe(madeBy('linux-x64', 'deb/App_1.2.3_amd64.deb'));
});

describe('which architecture a bundle is for', () => {
  const setup = (word: string) => [contentOf({ leg: 'windows-x64', path: `nsis/App_1.2.3_${word}-setup.exe` }), SIGNED.of[`windows-x64/nsis/App_1.2.3_${word}-setup.exe`]];
  const named = async (names: Readonly<Record<string, string>>) => made({
    legs: { 'windows-x64': Object.fromEntries(Object.entries(names).flatMap(([word, path]) => [[path, setup(word)[0]], [`${path}.sig`, setup(word)[1]]])) },
    plan: { legs: [{ job: 'build', platform: 'windows-x64', targets: ['windows-x86_64', 'windows-aarch64', 'windows-i686'] }] },
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['the last word in its name', { x64: 'x86-to-arm64_1.2.3_x64-setup.exe', arm64: 'x86-to-arm64_1.2.3_ARM64-setup.exe', x86: 'x86-to-arm64_1.2.3_x86-setup.exe' }],
    ['the target in its path', { x64: 'x86_64-pc-windows-msvc/x64.exe', arm64: 'aarch64-pc-windows-msvc/arm.exe', x86: 'i686-pc-windows-msvc/x86.exe' }],
    ['words that others use', { x64: 'App-amd64.exe', arm64: 'App.aarch64.exe', x86: 'App (i386).exe' }],
  ])('is told by %s', async (_, names) => {
    const all = await named(names);
    expect(all.said).toEqual([]);
    for (const [arch, word] of [['x86_64', 'x64'], ['aarch64', 'arm64'], ['i686', 'x86']] as const) {
      expect([arch, installed(all, { os: 'windows', arch })]).toEqual([arch, setup(word)[0]]);
    }
  });

  test('none takes the place of another', async () => {
    const { said } = await named({ x64: 'App_X64.exe', arm64: 'App_ARM64.exe' });
    expect(said).toEqual([expect.stringContaining('latest.json would have no windows-i686,')]);
  });

  test('is asked of one target too, whose runner builds for another', async () => {
    const [content, signature] = setup('arm64');
    const { said } = await made({
      legs: { 'windows-x64': { 'nsis/App_1.2.3_arm64-setup.exe': content, 'nsis/App_1.2.3_arm64-setup.exe.sig': signature } },
      plan: { legs: [{ job: 'build', platform: 'windows-x64', targets: ['windows-x86_64'] }] },
    });
    expect(said).toEqual([expect.stringMatching(/latest\.json would have no windows-x86_64, .*or correct targets of the updater\.$/)]);
  });

  test('a word within another is none', async () => {
    const { said } = await named({ x64: 'Maxx64_arm64ec.exe' });
    expect(said).toEqual([]);
  });
});

test('a name that needs it is encoded in the address', async () => {
  const [deb] = FILES.filter(({ path }) => path.endsWith('.deb'));
  const { latest, said } = await made({ legs: { 'linux-x64': { 'app_1.2.3+4.deb': contentOf(deb), 'app_1.2.3+4.deb.sig': SIGNED.of[keyOf(deb)] } }, plan: LINUX });
  expect(said).toEqual([]);
  expect(JSON.parse(latest).platforms['linux-x86_64-deb'].url).toBe(`${DOWNLOADS}app_1.2.3%2B4.deb`);
});

test('a line break behind a signature is not handed on, which apps would not read', async () => {
  const { said, latest } = await linux({ [`${PATH}.sig`]: `${SIGNED.of[keyOf(APP_IMAGE)]}\r\n` });
  expect(said).toEqual([]);
  expect(JSON.parse(latest).platforms['linux-x86_64-appimage'].signature).toBe(SIGNED.of[keyOf(APP_IMAGE)]);
});

test('a version may be signed as the tag is called', async () => {
  expect((await linux({ [`${PATH}.sig`]: SIGNED.ofTag.of[keyOf(APP_IMAGE)] })).said).toEqual([]);
});

test('what Tauri does not sign is left alone, and so are other signatures', async () => {
  const { said } = await linux({ 'App.dmg': 'dmg', 'tool.exe': 'exe', 'src.tar.gz': 'src', 'src.tar.gz.sig': 'of another kind', 'App.msi': 'for another system' });
  const windows = await made({ legs: { ...ALL, 'windows-x64': { ...leftBy('windows-x64'), 'portable.exe': 'not installed' } } });
  expect([said, windows.said]).toEqual([[], []]);
});

test('the key may stand in the declaration; then no configuration is read', async () => {
  const { said } = await made({ plan: { config: '', publicKey: SIGNED.publicKey }, workspace: {} });
  expect(said).toEqual([]);
});

test('files of another job, whose platform is called the same, are not looked at', async () => {
  const { said } = await made({ plan: { legs: [{ ...PLAN.legs[0], job: 'other' }] } });
  expect(said).toEqual([expect.stringMatching(/^notice: A platform finds no update: Nothing came of linux-x64/)]);
});

test('a file too large for a release is not held in memory to be checked', async () => {
  const { said } = await made({
    legs: { 'linux-x64': { [PATH]: '', [`${PATH}.sig`]: SIGNED.byMinisign.legacy } },
    plan: { ...LINUX, config: '', publicKey: SIGNED.byMinisign.publicKey },
    prepare: () => truncateSync(`legs/build/linux-x64/${PATH}`, 2 ** 31),
  });
  expect(said).toEqual([]);
});

test('a rehearsal on a branch checks all but the version', async () => {
  const env = { TAG: '', NAME: 'feature-x', VERSION: '' };
  const { said, latest } = await made({ env });
  const other = await linux({ [`${PATH}.sig`]: SIGNED.byAnotherKey.of[keyOf(APP_IMAGE)] }, { env });
  expect(said).toEqual([]);
  expect(JSON.parse(latest)).toMatchObject({ version: 'feature-x', notes: 'https://github.com/acme/app/releases/tag/feature-x' });
  expect(other.said).toEqual([expect.stringContaining('An update is signed with another key')]);
});

test('of a platform that left nothing it is said that its apps find nothing', async () => {
  const { 'macos-x64': _, ...legs } = ALL;
  const { said, latest } = await made({ legs });
  expect(said).toEqual(['notice: A platform finds no update: Nothing came of macos-x64, so that latest.json has no darwin-x86_64: apps there take what they are for the newest.']);
  expect(JSON.parse(latest).platforms).toHaveProperty('darwin-aarch64');
  expect(JSON.parse(latest).platforms).not.toHaveProperty('darwin-x86_64');
});

test('a kind of package that the command does not sign yet is published, and its apps find nothing', async () => {
  const { 'rpm/App-1.2.3-1.x86_64.rpm.sig': _, ...left } = leftBy('linux-x64');
  const { said, latest } = await made({ legs: { 'linux-x64': left }, plan: LINUX });
  expect(said).toEqual([
    "warning: A bundle and its signature are not together: 'rpm/App-1.2.3-1.x86_64.rpm' of linux-x64 has no signature beside it: "
    + 'apps that were installed from it find no update. A newer @tauri-apps/cli signs it.',
  ]);
  expect(Object.keys(JSON.parse(latest).platforms)).toEqual(expect.arrayContaining(['linux-x86_64', 'linux-x86_64-deb']));
  expect(JSON.parse(latest).platforms).not.toHaveProperty('linux-x86_64-rpm');
});

describe('refused is', () => {
  const id = (publicKey: string) => /[0-9A-F]{16}/.exec(Buffer.from(publicKey, 'base64').toString())![0];
  const SIG = `${PATH}.sig`;
  const signed = SIGNED.of[keyOf(APP_IMAGE)];
  const tampered = Buffer.from(Buffer.from(signed, 'base64').toString().replace('version:1.2.3', 'version:1.2.4')).toString('base64');

  test.each<[string, Left, string]>([
    ['another key', { [SIG]: SIGNED.byAnotherKey.of[keyOf(APP_IMAGE)] },
      `An update is signed with another key: '${SIG}' of linux-x64 was made with the key ${id(SIGNED.byAnotherKey.publicKey)}, and apps accept ${id(SIGNED.publicKey)} alone. Give the platforms the private key in TAURI_SIGNING_PRIVATE_KEY that belongs to the public key that apps were built with.`],
    ['a file that was changed', { [PATH]: 'changed' },
      `A signature is of another file: '${SIG}' of linux-x64 is not of the content of '${PATH}' of linux-x64, so that no app accepts it; its comment names 'App_1.2.3_amd64.AppImage'. Let nothing change a bundle after Tauri has signed it, and begin in an empty directory.`],
    ['the signature of another file', { [SIG]: SIGNED.of[keyOf(FILES[2])] },
      `A signature is of another file: '${SIG}' of linux-x64 is not of the content of '${PATH}' of linux-x64, so that no app accepts it; its comment names 'App_1.2.3_amd64.deb'. Let nothing change a bundle after Tauri has signed it, and begin in an empty directory.`],
    ['a trusted comment that was changed', { [SIG]: tampered },
      `A trusted comment was changed: The trusted comment of '${SIG}' of linux-x64 is not the one that was signed with it, so that no app accepts it. Let nothing change a bundle after Tauri has signed it, and begin in an empty directory.`],
    ['an earlier version', { [SIG]: SIGNED.ofOldVersion.of[keyOf(APP_IMAGE)] },
      `An update is of another version: '${PATH}' of linux-x64 was signed as version 1.2.2, and the tag's is 1.2.3. Build the version of the tag, and begin in an empty directory.`],
    ['base64 that is broken', { [SIG]: `${signed.slice(0, -4)}!!!!` },
      `A signature is not understood: '${SIG}' of linux-x64 is no text in base64 that holds a signature of minisign. Upload it as Tauri wrote it.`],
    ['half a signature', { [SIG]: signed.slice(0, 200) },
      `A signature is not understood: '${SIG}' of linux-x64 is no text in base64 that holds a signature of minisign. Upload it as Tauri wrote it.`],
    ['a signature without its file', { 'deb/Old.deb.sig': signed },
      'A bundle and its signature are not together: \'deb/Old.deb.sig\' of linux-x64 is the signature of a file that is not beside it. Declare the file among the artifacts; or, if it is renamed after it was signed, let its signature be renamed with it.'],
    ['a file without its signature', { 'deb/Old.rpm': 'rpm' },
      'A bundle and its signature are not together: \'deb/Old.rpm\' of linux-x64 has no signature beside it, \'deb/Old.rpm.sig\', and no app installs it. Let Tauri sign it: bundle.createUpdaterArtifacts in its configuration, and the secret TAURI_SIGNING_PRIVATE_KEY for the platform.'],
    ['a second file of a kind', { 'old/App_1.2.2_amd64.AppImage': contentOf(APP_IMAGE), 'old/App_1.2.2_amd64.AppImage.sig': signed },
      `An update is not the only one: ${PATH}, old/App_1.2.2_amd64.AppImage of linux-x64 are each for linux-x86_64, and an app there would find one of them. Narrow the patterns of the platform, or let the build begin in an empty directory.`],
  ])('%s', async (_, left, sentence) => {
    expect((await linux(left)).said).toEqual([`error: ${sentence}`]);
  });

  test('a renamed file, whose signature was not renamed with it', async () => {
    const { said } = await made({ legs: { 'linux-x64': { 'App.AppImage': contentOf(APP_IMAGE), [SIG]: signed } }, plan: LINUX });
    expect(said.map((line) => line.split(': ').slice(1, 3).join(': '))).toEqual([
      'A bundle and its signature are not together: \'App.AppImage\' of linux-x64 has no signature beside it, \'App.AppImage.sig\', and no app installs it. Let Tauri sign it',
      `A bundle and its signature are not together: '${SIG}' of linux-x64 is the signature of a file that is not beside it. Declare the file among the artifacts; or, if it is renamed after it was signed, let its signature be renamed with it.`,
      expect.stringContaining('A platform finds no update: latest.json would have no linux-x86_64,'),
    ]);
  });

  test.each([10_000_000, 3_000_000_000])('a signature of %d bytes, which is not read', async (size) => {
    const { said } = await linux({}, { prepare: () => truncateSync(`legs/build/linux-x64/${SIG}`, size) });
    expect(said).toEqual([`error: A signature is not understood: '${SIG}' of linux-x64 has ${size} bytes, and one that Tauri makes has at most 8192. Upload it as Tauri wrote it.`]);
  });

  test('a link, which may lead anywhere', async () => {
    const { said } = await linux({}, {
      prepare: () => {
        renameSync(`legs/build/linux-x64/${PATH}`, 'elsewhere');
        symlinkSync(`${process.cwd()}/elsewhere`, `legs/build/linux-x64/${PATH}`);
      },
    });
    expect(said).toEqual([expect.stringContaining(`'${SIG}' of linux-x64 is the signature of a file that is not beside it.`)]);
  });

  test('an architecture that is missing', async () => {
    const left = without(leftBy('windows-x64'), 'nsis/App_1.2.3_arm64-setup.exe', 'nsis/App_1.2.3_arm64-setup.exe.sig');
    const { said } = await made({ legs: { ...ALL, 'windows-x64': left } });
    expect(said).toEqual([`error: A platform finds no update: latest.json would have no windows-aarch64, and apps there would take what they are for the newest: no file of windows-x64 is a signed bundle for it. Its artifact holds: ${Object.keys(left).sort().join(', ')}. Let Tauri build one and declare it among the artifacts, or correct targets of the updater.`]);
  });

  test('a Mac without the archive of its app', async () => {
    const { said } = await made({ legs: { 'macos-x64': { 'dmg/App_1.2.3_x64.dmg': 'dmg' } }, plan: { legs: [PLAN.legs[2]] } });
    expect(said).toEqual([expect.stringContaining('no darwin-x86_64, and apps there would take what they are for the newest: no file of macos-x64 is a signed bundle for it. Its artifact holds: dmg/App_1.2.3_x64.dmg.')]);
  });

  test('a target that two legs build for', async () => {
    const { said } = await made({ plan: { legs: PLAN.legs.map((leg) => leg.platform === 'macos-x64' ? { ...leg, targets: ['darwin-aarch64'] } : leg) } });
    expect(said).toEqual(['error: An update is not the only one: build macos-arm64, build macos-x64 each build for darwin-aarch64, and an app there would find the files of one of them only. Correct targets of the updater.']);
  });

  test.each(['constructor-x86_64', 'freebsd-x86_64', 'linux'])('the target %s, of which nothing is known', async (target) => {
    const { said } = await made({ plan: { legs: [{ ...PLAN.legs[0], targets: [target] }] } });
    expect(said).toEqual([expect.stringContaining(`latest.json would have no ${target},`)]);
  });

  test.each(['1.2', '1.2.3.4', '01.2.3', '1.2.3-01', 'v1.2.3', '1.2.3-'])('the version %s', async (VERSION) => {
    const { said } = await made({ env: { VERSION }, plan: { config: '', publicKey: SIGNED.publicKey } });
    expect(said[0]).toBe(`error: An updater does not read the version: The version of the tag is '${VERSION}', and Tauri's updater reads nothing but semver, such as 1.2.3 or 1.2.3-beta.1. Push a tag of such a version.`);
  });

  test('a signature without a version where apps want one', async () => {
    const left = { [SIG]: SIGNED.withoutVersion.of[keyOf(APP_IMAGE)] };
    const { plugins: { updater } } = CONFIGURATION;
    const config = { ...CONFIGURATION, plugins: { updater: { ...updater, requireSignedVersion: true } } };
    expect((await linux(left)).said).toEqual([]);
    expect((await linux(left, { workspace: { [CONFIG]: JSON.stringify(config) } })).said).toEqual([
      `error: An update is of another version: '${SIG}' of linux-x64 says no version, and apps accept none without: plugins.updater.requireSignedVersion is true. Build with a newer tauri command, which writes it.`,
    ]);
  });

  test('a configuration of another version, unless it is said elsewhere', async () => {
    const saying = async (version: unknown) => (await made({ workspace: { [CONFIG]: JSON.stringify({ ...CONFIGURATION, version }) } })).said;
    expect(await saying('1.2.2')).toEqual(['error: An update is of another version: Tauri\'s configuration says version 1.2.2, and the tag\'s is 1.2.3: installed apps would be offered the same update again and again. Commit the version, and push a tag of it.']);
    for (const version of ['../package.json', undefined, 7]) {
      expect(await saying(version)).toEqual([]);
    }
  });

  test.each<[string, Left, string]>([
    ['is missing', {}, `${CONFIG} is not in the commit that was built, or it is a link or larger than 1048576 bytes`],
    ['is no JSON', { [CONFIG]: '{ // a comment\n}' }, `${CONFIG} is no JSON`],
    ['is a list', { [CONFIG]: '[]' }, `${CONFIG} is no JSON`],
    ['has no key', { [CONFIG]: JSON.stringify({ plugins: { updater: {} } }) }, `${CONFIG} has no plugins.updater.pubkey`],
    ['has no plugins', { [CONFIG]: '{"plugins":null}' }, `${CONFIG} has no plugins.updater.pubkey`],
    ['has a key that is none', { [CONFIG]: JSON.stringify({ plugins: { updater: { pubkey: 'path/to/key.pub' } } }) }, `What stands in plugins.updater.pubkey in ${CONFIG} is no public key in base64, as "tauri signer generate" writes it into the .pub file`],
    ['is large', { [CONFIG]: `${JSON.stringify(CONFIGURATION)}${' '.repeat(1024 * 1024)}` }, `${CONFIG} is not in the commit that was built, or it is a link or larger than 1048576 bytes`],
  ])('a configuration that %s', async (_, workspace, what) => {
    expect((await made({ workspace })).said).toEqual([`error: The public key of updates is not known: ${what}, so that no signature can be checked. Set config of the updater to the file that has plugins.updater.pubkey, or publicKey to what stands there.`]);
  });

  test('a key of the declaration that is none; it is not shown', async () => {
    const { said } = await made({ plan: { config: '', publicKey: 'c2VjcmV0' } });
    expect(said).toEqual([expect.stringContaining('What stands in publicKey of the updater is no public key in base64')]);
    expect(said.join()).not.toContain('c2VjcmV0');
  });

  test('all that is wrong, at once', async () => {
    const { said } = await linux({ [PATH]: 'changed', 'deb/App_1.2.3_amd64.deb': 'changed', 'x.rpm': 'rpm' }, { env: { VERSION: '1.2' } });
    expect(said.map((line) => line.split(': ')[1])).toEqual([
      'An updater does not read the version',
      'A bundle and its signature are not together',
      'A signature is of another file',
      'A signature is of another file',
    ]);
  });
});
