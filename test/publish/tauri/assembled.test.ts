import { accept, type App, find } from './plugin';
import { contentOf, FILES, keyOf, SIGNED } from './signed-files';
import { leftBy, PLAN } from './tauri-scene';
import { assembled, type Legs } from '../assemble-run';

const updaters = [{ ...PLAN, config: '', publicKey: SIGNED.publicKey }];

const legs = (overrides: Legs = {}): Legs => Object.fromEntries(PLAN.legs.map(({ platform }) =>
  [platform, { holds: leftBy(platform), ...overrides[platform] }]));

test('latest.json is a file of the release, and each Mac has its own archive with its own signature', async () => {
  const { code, said, files, set, read } = await assembled(legs(), { updaters });
  expect({ code, said }).toEqual({ code: 0, said: [] });
  expect(files.filter((name) => name.includes('.app.'))).toEqual(['App-macos-arm64.app.tar.gz', 'App-macos-arm64.app.tar.gz.sig', 'App-macos-x64.app.tar.gz', 'App-macos-x64.app.tar.gz.sig']);
  expect(set!.files.find(({ name }) => name === 'latest.json')).toMatchObject({ job: 'assemble', platform: '' });
  expect(read('files/SHA256SUMS')).toMatch(/^[0-9a-f]{64} {2}latest\.json$/m);

  for (const file of FILES.filter(({ path }) => path.endsWith('.app.tar.gz'))) {
    const app: App = { os: 'darwin', arch: file.leg === 'macos-x64' ? 'x86_64' : 'aarch64', installer: 'app', pubkey: SIGNED.publicKey };
    const found = find(read('files/latest.json'), app);
    expect(found.url).toBe(`https://github.com/acme/app/releases/download/v1.2.3/App-${file.leg}.app.tar.gz`);
    expect(read(`files/App-${file.leg}.app.tar.gz.sig`)).toBe(SIGNED.of[keyOf(file)]);
    accept(Buffer.from(contentOf(file)), found, app);
  }
});

test('one Mac may build for both, each app in the directory of its target', async () => {
  const targets = [['aarch64', 'macos-arm64'], ['x86_64', 'macos-x64']] as const;
  const holds = Object.fromEntries(targets.flatMap(([arch, leg]) =>
    Object.entries(leftBy(leg)).map(([path, content]) => [`${arch}-apple-darwin/release/bundle/${path}`, content])));
  const plan = { ...updaters[0], legs: [{ job: 'build', platform: 'mac', targets: ['darwin-aarch64', 'darwin-x86_64'] }] };
  const { code, said, files, read } = await assembled({ mac: { holds } }, { updaters: [plan] });
  expect({ code, said }).toEqual({ code: 0, said: [] });
  expect(files.filter((name) => name.includes('.app.'))).toEqual(['App_aarch64.app.tar.gz', 'App_aarch64.app.tar.gz.sig', 'App_x64.app.tar.gz', 'App_x64.app.tar.gz.sig']);
  for (const [arch, leg] of targets) {
    const app: App = { os: 'darwin', arch, installer: 'app', pubkey: SIGNED.publicKey };
    const found = find(read('files/latest.json'), app);
    accept(Buffer.from(contentOf({ leg, path: 'macos/App.app.tar.gz' })), found, app);
  }
});

test('the addresses follow where all files are named otherwise', async () => {
  const { said, files, read } = await assembled(legs(), { updaters, assetName: '{name}-{platform}{ext}' });
  expect(said).toEqual([]);
  const { platforms } = JSON.parse(read('files/latest.json'));
  expect(Object.values(platforms as Record<string, { url: string }>).map(({ url }) => url.split('/').at(-1)).filter((name) => !files.includes(name!))).toEqual([]);
  expect(platforms['windows-x86_64-nsis'].url).toMatch(/\/App_1\.2\.3_x64-setup-windows-x64\.exe$/);
});

test('a platform that was allowed to fail and did is left out, and it is said', async () => {
  const { code, said, files } = await assembled(legs({ 'macos-x64': { holds: {}, allowedToFail: 'it is slow' } }), { updaters });
  expect(code).toBe(0);
  expect(files).toContain('latest.json');
  expect(said).toEqual([
    'notice: A platform finds no update: Nothing came of macos-x64, so that latest.json has no darwin-x86_64: apps there take what they are for the newest.',
    'notice: A platform is absent from the release: Nothing came of macos-x64, and the release is made without it. Why it may fail: it is slow',
  ]);
});

test('nothing is written where an app would refuse something', async () => {
  const [{ path }] = FILES;
  const { code, said, files } = await assembled(legs({ 'linux-x64': { holds: { ...leftBy('linux-x64'), [path]: 'changed' } } }), { updaters });
  expect([code, files]).toEqual([1, []]);
  expect(said).toEqual([expect.stringMatching(/^error: A signature is of another file: /)]);
});

test('a file that the build calls latest.json is one too many', async () => {
  const { said } = await assembled(legs({ 'linux-x64': { holds: { ...leftBy('linux-x64'), 'latest.json': '{}' } } }), { updaters });
  expect(said).toEqual([expect.stringContaining("'latest.json' of linux-x64 would be called latest.json, which is a name of a file that is made here")]);
});
