import * as fc from 'fast-check';
import { ASSET_NAME, MAX_ASSET_BYTES } from '../../src/github/limits';
import { assetNames, type NamingRule } from '../../src/publish/assemble/asset-names';
import { splitName } from '../../src/publish/assemble/extension';
import { fileProblems, setProblems } from '../../src/publish/assemble/problems';
import type { PlannedLeg } from '../../src/publish/contract';

const leg = (name: string, job = 'build'): PlannedLeg => ({ job, platform: name, name, patterns: [], unneeded: [], root: '', allowedToFail: '', signings: [] });
const RULE: NamingRule = { template: '', version: '1.2.3', tag: 'v1.2.3' };
const named = (path: string, template = '') => assetNames([{ leg: leg('linux-x64'), path }], { ...RULE, template })[0];

test.each([
  ['App.dmg', '.dmg'], ['App-1.2.3', ''], ['App-1.2.3.dmg', '.dmg'], ['App-1.2.3.tar.gz', '.tar.gz'], ['App.app.tar.gz', '.app.tar.gz'],
  ['App Setup 1.2.3.exe.blockmap', '.exe.blockmap'], ['App-1.2.3.AppImage.zsync', '.AppImage.zsync'], ['App.AppImage', '.AppImage'], ['app_1.0_amd64.deb', '.deb'],
  ['App.app.tar.gz.sig', '.app.tar.gz.sig'], ['App.exe.sigstore.json', '.exe.sigstore.json'], ['latest.json', '.json'], ['latest-mac.yml', '.yml'],
  ['App_1.2.3_x64-setup.nsis.zip', '.nsis.zip'], ['my.cool.app-2.0.zip', '.zip'], ['App.7z', '.7z'], ['App', ''], ['.zip', ''], ['..zip', '.zip'], ['a.', ''], ['app-1.2.3-beta.1', ''],
])('of %s the extension is %j', (file, extension) => {
  expect(splitName(file)).toEqual([file.slice(0, file.length - extension.length), extension]);
});

test.each([
  ['App-1.2.3+4@5_6.dmg', 'App-1.2.3+4@5_6.dmg'], ['a--b-.zip', 'a--b-.zip'], ['My App.dmg', 'My-App.dmg'], ['My App - 1.0.dmg', 'My-App-1.0.dmg'], ['App (x64).dmg', 'App-x64.dmg'],
  ['\u00c9t\u00e9 \ufb01n.zip', 'Ete-fin.zip'], ['app_1.0~rc1_amd64.deb', 'app_1.0-rc1_amd64.deb'], ['-a.zip', 'a.zip'], ['.a.zip', 'a.zip'], ['a..zip', 'a.zip'], ['a.', 'a'], ['a . b.zip', 'a.b.zip'],
  ['a\u{1f600}b.zip', 'a-b.zip'], ['a\ud800b.zip', 'a-b.zip'], ['\u5b89.zip', ''],
])('%j is called %j', (file, name) => {
  expect(named(file)).toBe(name);
});

test.each([
  ['{name}_{platform}{ext}', 'App_linux-x64.dmg'], ['{job}/{tag}{ext}', 'build-v1.2.3.dmg'], ['{name}-{version}{ext}', 'App-1.2.3.dmg'], ['fixed', 'fixed'], ['{ext}', 'dmg'], ['{unknown}', 'unknown'],
])('by %s a file is called %s', (template, name) => {
  expect(named('dist/App.dmg', template)).toBe(name);
});

test.each<[string, string[], string, string[]]>([
  ['lies beside it', ['App.exe', 'App.exe.blockmap', 'App.exe.sig'], '', ['App.exe', 'App.exe.blockmap', 'App.exe.sig']],
  ['has no extension by the rule', ['App.exe', 'App.exe.blockmap'], 'app', ['app', 'app.blockmap']],
  ['lies beside what lies beside it', ['a.sig', 'a.blockmap.sig', 'a.blockmap', 'a'], 'x-{platform}', ['x-linux-x64.sig', 'x-linux-x64.blockmap.sig', 'x-linux-x64.blockmap', 'x-linux-x64']],
  ['lies in another directory', ['a/App.exe', 'b/App.exe.sig'], '{platform}', ['linux-x64', 'linux-x64']],
])('what %s follows the name of a file', (_, paths, template, names) => {
  expect(assetNames(paths.map((path) => ({ leg: leg('linux-x64'), path })), { ...RULE, template })).toEqual(names);
});

test('a file is called by the name that an updater reads, and what lies beside it follows; in two legs, by that of the leg too', () => {
  const files = ['macos-a', 'macos-b'].flatMap((name) => [{ leg: leg(name), path: 'My App.zip', called: 'Mine.zip' }, { leg: leg(name), path: 'My App.zip.blockmap' }]);
  expect(assetNames(files.slice(0, 2), RULE)).toEqual(['Mine.zip', 'Mine.zip.blockmap']);
  expect(assetNames(files, RULE)).toEqual(['Mine-macos-a.zip', 'Mine-macos-a.zip.blockmap', 'Mine-macos-b.zip', 'Mine-macos-b.zip.blockmap']);
});

test('a name that is kept follows no rule', () => {
  expect(assetNames([{ leg: leg('linux-x64'), path: 'a/appcast.xml', kept: true }], { ...RULE, template: 'x{ext}' })).toEqual(['appcast.xml']);
});

const FILES = fc.array(fc.record({
  leg: fc.constantFrom(leg('linux-x64'), leg('macos-arm64'), leg('Linux-X64', 'other')),
  path: fc.oneof(
    fc.string({ unit: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...'aB1.-_ ~\u00e9') }, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), minLength: 1, maxLength: 12 }).map((name) => name.replace(/\//g, '')).filter(Boolean),
    fc.constantFrom('App.dmg', 'app.DMG', 'a/App.dmg', 'App-linux-x64.dmg', '\u00c4pp.dmg', 'App .dmg', '-.dmg', '..', 'SHA256SUMS', 'App-Linux-X64.dmg'),
  ),
  size: fc.constant(1),
  isFile: fc.constant(true),
}), { maxLength: 5 });
const TEMPLATES = fc.oneof(fc.constantFrom('', '{name}{ext}', '{name}-{platform}{ext}'), fc.string({ unit: 'binary', maxLength: 10 }), fc.constantFrom('{ext}', '..{name}', '{tag}-{name}.'));

test('whatever files there are, either something is wrong, or all names are accepted by GitHub and unique; equal files have equal names', () => {
  let passed = 0;
  fc.assert(fc.property(FILES, TEMPLATES, (files, template) => {
    const names = assetNames(files, { ...RULE, template });
    const withNames = files.map((file, index) => ({ ...file, name: names[index] }));
    expect(assetNames(files, { ...RULE, template })).toEqual(names);
    expect(names.filter((name) => name !== '' && !ASSET_NAME.test(name))).toEqual([]);
    if (!fileProblems(withNames).length && !setProblems(withNames, []).length) {
      passed += 1;
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(files.length);
    }
  }), { numRuns: 1500 });
  // how many depends on the seed
  expect(passed).toBeGreaterThan(20);
});

test('a name that GitHub leaves alone is left alone', () => {
  fc.assert(fc.property(fc.stringMatching(/^[0-9A-Za-z._+@-]{1,30}$/).filter((name) => ASSET_NAME.test(name)), (name) => {
    expect(named(name)).toBe(name);
  }));
});

test.each([[1, 0], [MAX_ASSET_BYTES, 0], [MAX_ASSET_BYTES + 1, 1], [0, 1]])('a file of %d bytes has %d problems', (size, count) => {
  expect(fileProblems([{ leg: leg('linux-x64'), path: 'a', name: 'a', size, isFile: true }])).toHaveLength(count);
});
