import type { UpdaterFilesPlan } from '../../../src/publish/contract';
import { type Artifact, assembled, type Assembled } from '../assemble-run';

async function run(artifacts: Readonly<Record<string, Artifact>>, plan: Partial<UpdaterFilesPlan> = {}, assetName = '', environment: Record<string, string> = {}): Promise<Assembled> {
  const legs = Object.fromEntries(Object.entries(artifacts).map(([name, holds]) => [name, { holds }]));
  return assembled(legs, { updaters: [{ kind: 'files', files: ['appcast*.xml'], holdVersion: true, ...plan }], assetName }, environment);
}

const STALE = 'does not hold 1.2.3, the version of the tag. Let the build write it, or set holdVersion: false where it names no version.';

test('a file keeps its name, whatever the others are called', async () => {
  const { code, said, files } = await run({ 'macos-x64': { 'a/appcast.xml': '<v>1.2.3</v>', 'App.dmg': 'a' } }, {}, 'app{ext}');
  expect({ code, said }).toEqual({ code: 0, said: [] });
  expect(files).toEqual(['SHA256SUMS', 'app.dmg', 'appcast.xml', 'build-manifest.json']);
});

test.each<[string, Readonly<Record<string, Artifact>>, string]>([
  ['none', { 'macos-x64': { 'App.dmg': 'a' } }, "'appcast*.xml' of the updater matches no file, and one file is needed, for it keeps its name. Let a platform build it and declare it among its artifacts."],
  ['two', { 'macos-x64': { 'appcast.xml': '1.2.3' }, 'macos-arm64': { 'appcast.xml': '1.2.3' } },
    "'appcast*.xml' of the updater matches 'appcast.xml' of macos-x64, 'appcast.xml' of macos-arm64, and one file is needed, for it keeps its name. Let one platform alone build it, or name it more closely."],
])('there is one, and not %s', async (_, artifacts, said) => {
  expect(await run(artifacts)).toMatchObject({ code: 1, said: [`error: An updater file is not there once: ${said}`], files: [] });
});

test('the version stands there by itself, and is not a part of another one', async () => {
  const holding = ['1.2.3', 'App-1.2.3.dmg', 'v1.2.3-arm64.zip', 'App-1.2.3-x64', '1.2.3.', '1.2.31 and 1.2.3'];
  const others = ['1.2.2', '11.2.3', '0.1.2.3', '1.2.30', '1.2.3.4', '1.2.3-beta.1', '1-2-3'];
  const artifact = Object.fromEntries([...holding, ...others].map((text, index) => [`appcast${index}.xml`, text]));
  const { said } = await run({ 'macos-x64': artifact }, { files: Object.keys(artifact) });
  expect(said).toEqual(others.map((_, index) => `error: An updater file is of another version: 'appcast${holding.length + index}.xml' of macos-x64 ${STALE}`));
});

test('nobody looks for the version where it is not wanted, or where there is none', async () => {
  expect(await run({ 'macos-x64': { 'appcast.xml': 'x' } }, { holdVersion: false })).toMatchObject({ code: 0 });
  expect(await run({ 'macos-x64': { 'appcast.xml': 'x' } }, {}, '', { TAG: '', NAME: 'main', VERSION: '' })).toMatchObject({ code: 0 });
});

test('a file of any size is not read', async () => {
  expect(await run({ 'macos-x64': { 'appcast.xml': 2 ** 30 } })).toMatchObject({ code: 1, said: [expect.stringContaining('has 1073741824 bytes, and at most 16777216 are searched for the version 1.2.3. Set holdVersion: false.')] });
});
