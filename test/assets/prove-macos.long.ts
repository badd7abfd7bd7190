import { prove, type Tree } from './prove-run';

const MAC = ['signing Apple signing', 'kind macos', 'secrets CSC_LINK CSC_KEY_PASSWORD', 'signer ABCDE12345', 'notarized true'];
const GOOD: Tree = { 'out/App-arm64.dmg': ['App.app'], 'out/App-arm64.zip': ['App.app'] };

const mac = (tree: Tree, more: readonly string[] = [], env: Record<string, string> = {}) => prove(tree, [...MAC, ...more, 'files out/*'], env);

it('opens what people download, proves each app in it, and says so', async () => {
  const run = await mac(GOOD);
  expect(run).toMatchObject({ code: 0, said: [], stderr: '', outputs: { 'signing-leg': 'proven' }, leftovers: [] });
  expect(run.summary).toBe(`
### Signatures of leg

| file | signed by | |
| --- | --- | --- |
| out/App-arm64.dmg: App.app | Developer ID Application: Acme Ltd (ABCDE12345) | notarized |
| out/App-arm64.zip: App.app | Developer ID Application: Acme Ltd (ABCDE12345) | notarized |
`);
  expect(run.calls.filter((call) => /^(hdiutil|ditto)/.test(call)).map((call) => call.replace(/\/\S+\/(prove\.)\w+/g, 'T'))).toEqual([
    'hdiutil attach -readonly -nobrowse -noautoopen -mountpoint T/1 ./out/App-arm64.dmg',
    'hdiutil detach T/1',
    'ditto -x -k ./out/App-arm64.zip T/2',
  ]);
  expect(run.calls.filter((call) => call.includes('T/2') || /prove\.\w+\/2/.test(call)).map((call) => call.replace(/ \/\S+/g, ''))).toEqual([
    'ditto -x -k ./out/App-arm64.zip',
    'codesign --verify --deep --strict --verbose=2',
    'codesign --display --verbose=4',
    expect.stringMatching(/^codesign --verify --test-requirement==anchor apple generic and .*6\.1\.13\] exists$/),
    expect.stringMatching(/^codesign --verify --test-requirement==anchor apple generic and .* and certificate leaf\[subject\.OU\] = "ABCDE12345"$/),
    'xcrun stapler validate',
    'spctl --assess --type execute --verbose=4',
  ]);
});

it('looks at bundles, at archives of Tauri and at packages, too', async () => {
  const run = await prove({
    'dist/mac/My App.app/Contents/Frameworks/Helper.app/Contents/MacOS/Helper': 'x',
    'dist/App.app.tar.gz': ['App.app'],
    'dist/App.pkg': ['App.pkg/Payload/Applications/App.app/Contents/MacOS/App'],
  }, [...MAC, 'files dist/mac/*.app', 'files dist/*.gz', 'files dist/*.pkg']);
  expect(run).toMatchObject({ code: 0, said: [] });
  expect(Array.from(run.summary.matchAll(/^\| (.*?) \| (\w+ ID \w+)/gm), ([, file, by]) => `${file}, ${by}`)).toEqual([
    'dist/App.app.tar.gz: App.app, Developer ID Application',
    'dist/App.pkg, Developer ID Installer',
    'dist/App.pkg: App.pkg/Payload/Applications/App.app, Developer ID Application',
    'dist/mac/My App.app, Developer ID Application',
  ]);
});

const WHY = 'Apple signing was wanted: see the log of the build for why its tool did without, and its configuration.';

it.each<[string, readonly string[], string, RegExp | string]>([
  ['App-unsigned.app', [], 'A file is not signed', /^out\/A\.dmg: App-unsigned\.app, or something in it, is not signed\. codesign said: .*App-unsigned\.app: code object is not signed at all In architecture: arm64\. Apple signing was wanted/],
  ['App-adhoc.app', [], 'A file is not signed', `out/A.dmg: App-adhoc.app is signed ad hoc, by nobody: it runs nowhere but on the machine that built it. ${WHY}`],
  ['App-tampered.app', [], 'A signature is not valid', /^out\/A\.dmg: App-tampered\.app: codesign does not accept .* a sealed resource is missing or invalid file modified: .*app\.asar\. Sign last: /],
  ['App-development.app', [], 'A signature is of somebody else', /^out\/A\.dmg: App-development\.app is signed by Apple Development: Jane Doe \(QWERT67890\)\. Expected is a certificate of the kind Developer ID Application that Apple has issued\. codesign said: test-requirement: code failed to satisfy/],
  ['App-otherteam.app', [], 'A signature is of somebody else', 'out/A.dmg: App-otherteam.app is signed by Developer ID Application: Other Inc. (ZZZZZ99999). Expected is the team ABCDE12345. Store its certificate in the secrets of Apple signing, or correct the team in the declaration.'],
  ['App-unnotarized.app', [], 'A file is not notarized', /^Gatekeeper would not open out\/A\.dmg: App-unnotarized\.app\. spctl said: .*rejected source=Unnotarized Developer ID origin=.* Expected is source=Notarized Developer ID\./],
  ['App-olddeveloper.app', [], 'A file is not notarized', /accepted source=Developer ID\. Expected is/],
  ['App-unstapled.app', [], 'A file is not notarized', /^out\/A\.dmg: App-unstapled\.app has no ticket of Apple's notary with it\. stapler said: .*App-unstapled\.app does not have a ticket stapled to it\./],
  ['App-noxcode.app', [], 'A tool to prove signatures is missing', /^leg has no stapler, which comes with Xcode\. xcrun said: .*unable to find utility/],
  ['README.txt', [], 'There is nothing to prove a signature of', 'out/A.dmg holds neither an app nor a package. See what the build puts into it.'],
  ['Setup-unsigned.pkg', [], 'A file is not signed', /^out\/A\.dmg: Setup-unsigned\.pkg is not signed\. pkgutil said: .*Status: no signature\./],
  ['Setup-selfmade.pkg', [], 'A signature is not valid', /Setup-selfmade\.pkg: pkgutil does not accept its signature\. It said: .*signed by untrusted certificate/],
  ['Setup-otherteam.pkg', [], 'A signature is of somebody else', /Setup-otherteam\.pkg is signed by Developer ID Installer: Other Inc\. \(ZZZZZ99999\)\. Expected is Developer ID Installer of the team ABCDE12345\./],
  ['Setup-appstore.pkg', [], 'A signature is of somebody else', /is signed by 3rd Party Mac Developer Installer: Acme Ltd/],
])('refuses an image with %s', async (inner, more, title, text) => {
  const run = await mac({ 'out/A.dmg': [inner] }, more);
  expect(run.code).toBe(1);
  expect(run.outputs).toEqual({});
  expect(run.said).toHaveLength(1);
  expect(run.summary).not.toContain('| out/A.dmg: ');
  expect(run.annotations[0]).toMatchObject({ level: 'error', title });
  expect(run.said[0].slice(`error: ${title}: `.length)).toEqual(typeof text === 'string' ? text : expect.stringMatching(text));
  expect(run.calls.filter((call) => call.startsWith('hdiutil detach'))).toHaveLength(1);
});

it.each<[string, readonly string[], number]>([
  ['App-unstapled.dmg', [], 0],
  ['App-unstapled.dmg', ['stapled-images true'], 1],
  ['App-unnotarized.dmg', ['stapled-images true'], 1],
  // an image that is notarized and not signed itself: Gatekeeper names no signature of it
  ['App-barecover.dmg', ['stapled-images true'], 0],
  ['App.dmg', ['stapled-images true'], 0],
  ['App-damaged.dmg', [], 1],
  ['App-busy.dmg', [], 0],
])('of the image %s with %j: exit code %i', async (image, more, code) => {
  const run = await mac({ [`out/${image}`]: ['App.app'] }, more);
  expect({ code: run.code, said: run.said.length }).toEqual({ code, said: code });
});

it.each([
  ['Setup-unstapled.pkg', /^out\/Setup-unstapled\.pkg has no ticket/],
  ['Setup-unnotarized.pkg', /^Gatekeeper would not open out\/Setup-unnotarized\.pkg\. /],
])('refuses %s, which has to have a ticket of its own', async (file, text) => {
  const run = await mac({ [`out/${file}`]: ['App.app'] }, ['stapled-images true']);
  expect(run).toMatchObject({ code: 1, annotations: [{ title: 'A file is not notarized', text: expect.stringMatching(text) }] });
  expect(run.summary).not.toContain('| out/');
});

it('wants a package to be notarized, if not stapled, where only the app in it is', async () => {
  const app = ['App.pkg/Payload/App.app'];
  const run = await mac({ 'out/Setup-unnotarized.pkg': app, 'out/Setup-unstapled.pkg': app });
  expect(run).toMatchObject({ code: 1, said: [expect.stringContaining('A file is not notarized: Gatekeeper would not open out/Setup-unnotarized.pkg.')] });
  expect(run.summary).toContain('| out/Setup-unstapled.pkg | Developer ID Installer: Acme Ltd (ABCDE12345) | notarized |');
  expect(await mac({ 'out/Setup-unstapled.pkg': app }, [], { GATEKEEPER: 'disabled' })).toMatchObject({ code: 1 });
});

it.each<[string, readonly string[], string]>([
  ['App.dmg', ['App-unstapled-unnotarized.app'], 'App.dmg: App-unstapled-unnotarized.app'],
  ['App.pkg', ['App.pkg/Payload/App-unstapled.app'], 'App.pkg: App.pkg/Payload/App-unstapled.app'],
])('finds the ticket of %s enough for what is in it', async (file, inner, shown) => {
  const run = await mac({ [`out/${file}`]: inner }, ['stapled-images true']);
  expect(run).toMatchObject({ code: 0, said: [], outputs: { 'signing-leg': 'proven' } });
  expect(run.summary).toContain(`| out/${shown} | Developer ID Application: Acme Ltd (ABCDE12345) | notarized |`);
});

it('finds it enough for what is neither an app nor a package, such as a plug-in', async () => {
  const run = await mac({ 'out/Plugin.dmg': ['Reverb.vst3'] }, ['stapled-images true']);
  expect(run).toMatchObject({ code: 0, said: [], summary: expect.stringContaining('| out/Plugin.dmg |  | notarized |') });
});

it('finds it enough for a package in an image, which is opened next', async () => {
  const run = await mac({ 'out/App.dmg': ['Setup-unstapled.pkg'] }, ['stapled-images true']);
  expect(run.said).toEqual([expect.stringContaining('A file could not be opened: out/App.dmg: Setup-unstapled.pkg')]);
});

it.each([
  ['App-slowstapler.app', 'xcrun stapler validate', 0, 3],
  ['App-slowgatekeeper.app', 'spctl --assess', 0, 3],
  ['App-nonetwork.app', 'xcrun stapler validate', 1, 4],
  ['App-unstapled.app', 'xcrun stapler validate', 1, 1],
  ['App-unnotarized.app', 'spctl --assess', 1, 1],
])('asks Apple about %s until there is a verdict', async (app, command, code, times) => {
  const run = await mac({ 'out/App.zip': [app] });
  expect(run.code).toBe(code);
  expect(run.calls.filter((call) => call.startsWith(command))).toHaveLength(times);
});

it('wants a ticket of what lies beside an image that has one', async () => {
  const run = await mac({ 'out/App.dmg': ['App-unstapled.app'], 'out/B.zip': ['B-unstapled.app'] }, ['stapled-images true']);
  expect(run).toMatchObject({ code: 1, said: [expect.stringContaining('A file is not notarized: out/B.zip: B-unstapled.app')] });
});

it('says what could not be opened', async () => {
  const run = await mac({ 'out/App-damaged.dmg': 'x', 'out/App.zip': 'x' });
  expect(run.said).toEqual([
    'error: A file could not be opened: out/App-damaged.dmg: what is in it cannot be looked at. The tool said: hdiutil: attach failed - image not recognized. See whether the build left a whole file.',
    expect.stringMatching(/^error: A file could not be opened: out\/App\.zip: .*tar: /),
  ]);
});

it('needs no notarization where none is declared', async () => {
  const run = await prove({ 'out/A.zip': ['App-unstapled-unnotarized.app'] }, ['signing Apple signing', 'kind macos', 'secrets X', 'files out/*']);
  expect(run).toMatchObject({ code: 0, outputs: { 'signing-leg': 'proven' } });
  expect(run.calls.filter((call) => /^(spctl|xcrun)/.test(call))).toEqual([]);
});

it('takes nothing for proven by a Gatekeeper that is switched off, and says that it is', async () => {
  const run = await mac({ 'out/A.zip': ['App.app'], 'out/B.zip': ['B-unstapled.app'] }, [], { GATEKEEPER: 'disabled' });
  expect(run.code).toBe(1);
  expect(run.said).toEqual([
    "notice: Gatekeeper is switched off: On the machine of leg it accepts anything, so that it is not asked. Apple's tickets in the files prove that they are notarized.",
    expect.stringMatching(/^error: A file is not notarized: out\/B\.zip: B-unstapled\.app has no ticket/),
  ]);
  expect(run.calls).not.toContainEqual(expect.stringContaining('spctl --assess'));
});

it('finds an archive without an app no proof, though others hold one', async () => {
  expect(await mac({ 'out/symbols.zip': ['a.dSYM'] })).toMatchObject({ code: 1, said: [expect.stringContaining('There is nothing to prove a signature of: Of what Apple signing signs (disk images, packages, archives with an app, and apps) nothing was found on leg by: out/*.')] });
  expect(await mac({ ...GOOD, 'out/symbols.zip': ['a.dSYM'] })).toMatchObject({ code: 0 });
});

it('leaves what is in an app to codesign', async () => {
  const run = await mac({ 'out/A.zip': ['App.app', 'App.app/Contents/Frameworks/Helper.app/Contents/MacOS/Helper'] });
  expect(Array.from(run.summary.matchAll(/^\| out\/A\.zip: (.*?) \|/gm), ([, app]) => app)).toEqual(['App.app']);
});

it('does not follow links out of an image', async () => {
  // the stand-in lays a link to / beside the app, as images have one to /Applications
  const run = await mac({ 'out/A.dmg': ['App.app'] });
  expect(run.calls.filter((call) => call.startsWith('codesign --display'))).toHaveLength(1);
});

it('says everything that is wrong, and all of it in the summary', async () => {
  const run = await mac({ 'out/A.zip': ['A-adhoc.app', 'B-tampered.app'], 'out/B.zip': ['C.app'] });
  expect(run.said.map((line) => line.split(': ')[1])).toEqual(['A file is not signed', 'A signature is not valid']);
  expect(run.summary).toContain('| out/B.zip: C.app |');
  expect(run.summary).toContain('**error: A file is not signed.**');
});

it('says who is missing on another system', async () => {
  const run = await prove({ 'out/A.dmg': ['App.app'] }, [...MAC, 'files out/*'], {}, ['spctl', 'xcrun']);
  expect(run).toMatchObject({ code: 1, said: ['error: A tool to prove signatures is missing: leg has no codesign, by which Apple signing is proven. Run this platform on a machine of the system that it builds for.'] });
});

it('shows hostile names and words as text', async () => {
  const run = await mac({ 'out/-rf %0A ::error::x|`y`.dmg': ['<b> $(touch pwned)-adhoc.app'] });
  expect(run.stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(run.stdout).toContain('%250A');
  expect(run.summary).not.toMatch(/<b>|[^\\]`y/);
  expect((await mac({ 'out/-rf %0A|`y`.dmg': ['<b>.app'] })).summary).toContain('\\|\\`y\\`.dmg: &lt;b&gt;.app |');
});
