import { prove, type Tree } from './prove-run';
import { compose } from '../support/run-script';

/** Made by minisign 0.12 (`minisign -G -W`, `minisign -S`), and in base64 once more as Tauri keeps them: of key 55534EE89E300F71, and by it and another. */
const PUBLIC = 'dW50cnVzdGVkIGNvbW1lbnQ6IG1pbmlzaWduIHB1YmxpYyBrZXkgNTU1MzRFRTg5RTMwMEY3MQpSV1J4RHpDZTZFNVRWVjd5c3M1aklnTG5vV00zOXUzbEFxd3JLbHZEdFFpSldGcTErdnJWNDNRUgo=';
const SIGNATURE = 'dW50cnVzdGVkIGNvbW1lbnQ6IHNpZ25hdHVyZSBmcm9tIG1pbmlzaWduIHNlY3JldCBrZXkKUlVSeER6Q2U2RTVUVmMvcWhLaGxBY1NGQWVObVlLN0pMUnRNWWUrWW5CQkh1NC9oZyt4TFdndmlyS1VET01NK0h5Vm85ck1udElQRnpMenJ5cEw0bVFNM0RRblAyMzA2NlFZPQp0cnVzdGVkIGNvbW1lbnQ6IHRpbWVzdGFtcDoxNzk1NjUwNTQ0CWZpbGU6ZgloYXNoZWQKajlGc3liWlVlYnd1enV4WWVXdVNncmx0M0VTOXV1bmF0WHBuTWpCTlRQWnJKSitwM2V1b08reTVURHdQN2NmWEFOYWtPQlEyK29YT2c2ci9RZmFHQmc9PQo=';
const LEGACY = 'dW50cnVzdGVkIGNvbW1lbnQ6IHNpZ25hdHVyZSBmcm9tIG1pbmlzaWduIHNlY3JldCBrZXkKUldSeER6Q2U2RTVUVlFGaC9PSkN6Y1BCeVB2QTNRUnVnQlNQMWpLellnVWc3eHBYWmxzbXdWTU5qWSt5cWJvRnhqV3FLa2tPMTN2SWFtRUF6eGpucWpRRVdmNmlPT0pmakE0PQp0cnVzdGVkIGNvbW1lbnQ6IHRpbWVzdGFtcDoxNzk1NjUwNTQ0CWZpbGU6Zgp5WGZ0RCtTQUNIdXhGS1dYMWdxTmd1NktXbkd0UlVNN1RKRVk4RFQ0Z1B4Qkl0aEdzR3Q2TFZkeGJKeTI1NkRuNTBjWHlXaGllUVd4aHdTWjV3QVFDQT09Cg==';
const OTHER = 'dW50cnVzdGVkIGNvbW1lbnQ6IHNpZ25hdHVyZSBmcm9tIG1pbmlzaWduIHNlY3JldCBrZXkKUlVSSmRKT05Nc2Z1c0FITUZtTVNIUG9zZ2szK0k5TWRKNUpkUUZvU0JEZnVqdTJxODNzaVRYbUpaZ0JSYjdaa1RLLzJFeWhNV0k5bTUySS84dHBGNjN0NmVneXNaRW03dlF3PQp0cnVzdGVkIGNvbW1lbnQ6IHRpbWVzdGFtcDoxNzk1NjUwNTQ0CWZpbGU6ZgloYXNoZWQKUUU1dE1ZMFdSNWxpdmUvSWRpNEs2K05MdnpDNDhmSUJMUWRNZWpNVjB0ZDFYMVVmaVUxNk5LMXJEbGJiTWtUb1E4Z1JDb1RlRWk3MEtreEJwN21EQXc9PQo=';

const CONFIG = JSON.stringify({ version: '1.0.0', plugins: { updater: { pubkey: PUBLIC, endpoints: [] } } }, undefined, 2);
const UPDATES = ['signing Updates', 'kind minisign', 'secrets TAURI_SIGNING_PRIVATE_KEY', 'config src-tauri/tauri.conf.json', 'files out/*'];
const APPLE = ['signing Apple signing', 'kind macos', 'secrets CSC_LINK CSC_KEY_PASSWORD', 'without The dmg is unsigned; `Gatekeeper` warns.', 'files out/*.zip'];

const updates = (tree: Tree, config = CONFIG) => prove({ 'src-tauri/tauri.conf.json': config, ...tree }, UPDATES);

describe('updates', () => {
  it('have a signature each, by the key that the app will ask for', async () => {
    const files = ['App.AppImage', 'App.app.tar.gz', 'App-setup.exe', 'App.msi', 'App.deb', 'App-1.0.rpm'];
    const run = await updates(Object.fromEntries([...files.flatMap((file) => [[`out/${file}`, 'x'], [`out/${file}.sig`, SIGNATURE]]), ['out/README.md', 'x'], ['out/tool.exe', 'x']]));
    expect(run).toMatchObject({ code: 0, said: [], stderr: '', outputs: { 'signing-leg': 'proven' } });
    expect(Array.from(run.summary.matchAll(/^\| out\/(.*?) \| the key 55534EE89E300F71 \|/gm), ([, file]) => file).sort()).toEqual([...files].sort());
  });

  it.each<[string, Tree, string | undefined, string]>([
    ['no signature', {}, undefined, 'A file is not signed: out/App.msi has no out/App.msi.sig beside it, nor has any other, and no app would take it for an update.'],
    ['an empty one', { 'out/App.msi.sig': '' }, undefined, 'A file is not signed: out/App.msi has no'],
    ['another key', { 'out/App.msi.sig': OTHER }, undefined, 'A signature is of somebody else: out/App.msi is signed by the key B0EEC7328D937449. Expected is 55534EE89E300F71, of which the public half stands in src-tauri/tauri.conf.json'],
    ['no base64', { 'out/App.msi.sig': 'RWR$%' }, undefined, 'A signature is not valid: out/App.msi.sig holds no signature of minisign in base64.'],
    ['other text', { 'out/App.msi.sig': Buffer.from('hello\nworld\n').toString('base64') }, undefined, 'A signature is not valid: '],
    ['ten megabytes', { 'out/App.msi.sig': 'A'.repeat(10_000_000) }, undefined, 'A signature is not valid: '],
    ['no public key', { 'out/App.msi.sig': SIGNATURE }, '{}', 'A public key could not be read: src-tauri/tauri.conf.json has no plugins.updater.pubkey'],
    ['a public key of another kind', { 'out/App.msi.sig': SIGNATURE }, '{"pubkey": "ssh-ed25519 AAAA"}', 'A public key could not be read: '],
  ])('with %s are refused', async (_, tree, config, message) => {
    const run = await updates({ 'out/App.msi': 'x', ...tree }, config);
    expect(run).toMatchObject({ code: 1, outputs: {}, said: [expect.stringContaining(`error: ${message}`)] });
  });

  it('are not wanted of bundles that this Tauri does not sign', async () => {
    const run = await updates({ 'out/App.AppImage': 'x', 'out/App.AppImage.sig': SIGNATURE, 'out/App.deb': 'x', 'out/App.rpm': 'x' });
    expect(run).toMatchObject({ code: 0, said: [], outputs: { 'signing-leg': 'proven' } });
    expect(run.summary).not.toContain('App.deb');
  });

  it.each([
    ['what minisign signs with -l', LEGACY, CONFIG],
    ['lines in Windows\' way', `${SIGNATURE}\r\n`, CONFIG.replaceAll('\n', '\r\n')],
    ['JSON5', SIGNATURE, `{ plugins: { updater: { pubkey: "${PUBLIC}", }, }, }`],
    ['TOML', SIGNATURE, `[plugins.updater]\npubkey = "${PUBLIC}"\n`],
  ])('are read in %s', async (_, signature, config) => {
    expect(await updates({ 'out/App.msi': 'x', 'out/App.msi.sig': signature }, config)).toMatchObject({ code: 0, said: [] });
  });

  it('say who has signed where no key is expected', async () => {
    const run = await prove({ 'out/App.msi': 'x', 'out/App.msi.sig': OTHER }, UPDATES.filter((line) => !line.startsWith('config')));
    expect(run).toMatchObject({ code: 0 });
    expect(run.summary).toContain('the key B0EEC7328D937449');
  });
});

describe('several ways of signing', () => {
  const tree: Tree = { 'src-tauri/tauri.conf.json': CONFIG, 'out/App.app.tar.gz': ['App.app'], 'out/App.app.tar.gz.sig': SIGNATURE, 'out/App.zip': ['App.app'] };

  it('are proven in their order', async () => {
    expect(await prove(tree, [...APPLE, ...UPDATES], { SET_CSC_LINK: 'true', SET_CSC_KEY_PASSWORD: 'true' })).toMatchObject({ code: 0, outputs: { 'signing-leg': 'proven proven' }, said: [] });
  });

  it('have files of their own each', async () => {
    const lines = (title: string, signer: string, file: string) => [`signing ${title}`, 'kind windows', 'secrets X', `signer ${signer}`, `files ${file}`];
    const run = await prove({ 'out/other.exe': 'x', 'out/a.exe': 'x' }, [...lines('One', 'Other Inc.', 'out/other.exe'), ...lines('Two', 'Acme, "The" Ltd', 'out/a.exe')]);
    expect(run).toMatchObject({ code: 0, outputs: { 'signing-leg': 'proven proven' }, said: [] });
  });

  it('do without one whose secrets are absent, and say so', async () => {
    const run = await prove({ ...tree, 'out/App.zip': ['App-unsigned.app'] }, [...APPLE, ...UPDATES], { SET_CSC_LINK: 'false', SET_CSC_KEY_PASSWORD: 'false' });
    expect(run).toMatchObject({
      code: 0,
      outputs: { 'signing-leg': 'absent proven' },
      said: ['notice: A platform is not signed: leg is built without Apple signing, whose secrets are not set. The dmg is unsigned; `Gatekeeper` warns.'],
    });
    expect(run.summary).toContain('- **notice: A platform is not signed.** leg is built without Apple signing, whose secrets are not set. The dmg is unsigned; \\`Gatekeeper\\` warns.');
    expect(run.calls).toEqual([]);
  });

  it('want an optional one as soon as one of its secrets is set', async () => {
    const run = await prove({ ...tree, 'out/App.zip': ['App-unsigned.app'] }, [...APPLE, ...UPDATES], { SET_CSC_LINK: 'false', SET_CSC_KEY_PASSWORD: 'true' });
    expect(run).toMatchObject({ code: 1, outputs: {}, said: [expect.stringContaining('error: A file is not signed')] });
  });

  it('want a required one whether its secrets are set or not', async () => {
    const required = APPLE.filter((line) => !line.startsWith('without'));
    expect(await prove({ ...tree, 'out/App.zip': ['App-unsigned.app'] }, required, { SET_CSC_LINK: 'false' })).toMatchObject({ code: 1, outputs: {} });
  });

  it('hand on nothing when one of them fails', async () => {
    expect(await prove({ ...tree, 'out/App.app.tar.gz.sig': OTHER }, [...APPLE, ...UPDATES], { SET_CSC_LINK: 'true' })).toMatchObject({ code: 1, outputs: {} });
  });
});

it('looks at what the patterns leave, and at nothing else', async () => {
  const run = await prove({ 'out/A.zip': ['App.app'], 'out/B.zip': ['B-unsigned.app'] }, ['signing Apple signing', 'kind macos', 'secrets X', 'files out/*.zip', 'files !out/B.*']);
  expect(run).toMatchObject({ code: 0 });
});

it('fits into a workflow, which has no limit for what is no expression', () => {
  expect(compose('proveSigning')).not.toContain('${{');
  expect(compose('proveSigning')).toMatch(/^[\n -~]*$/);
});
