import { join } from 'node:path';
import { build } from './several-jobs';
import { signedModel, signedModels } from './signed';
import { Platform, Secret, Signing } from '../../../src';
import type { Model } from '../../../src/model/model';
import { SECTIONS } from '../../../src/render/doc/sections';
import { signingKinds } from '../../../src/signings/signing-kinds';
import { expectGolden } from '../../support/golden';
import { docInput, HOSTILE, model } from '../models';
import { outlines } from '../outline';

function section(id: string, given: Model): string {
  return SECTIONS.find((candidate) => candidate.id === id)!.render(given, docInput);
}

function mac(...signing: Signing[]): Platform {
  return Platform.macosArm64({ run: ['make'], artifacts: ['out/*.dmg'], signing });
}

/** What is said of the one secret under its heading. */
function details(given: Model): string {
  return section('secrets', given).split(/^(?=### )/m)[1];
}

test('each way of signing is among the examples', () => {
  expect(new Set(Object.values(signedModels).map(({ signings: [{ kind }] }) => kind))).toEqual(new Set(Object.keys(signingKinds)));
});

test.each(Object.entries(signedModels))('%s: how to get it, store it, configure it, and what its tools say', (name, given) => {
  const messages = section('troubleshooting', given).split(/^(?=### )/m).find((part) => part.startsWith('### Messages of the tools that sign'))!;
  expectGolden(join(__dirname, '..', 'golden', 'signing', `${name}.md`), `${details(given)}\n${messages}`);
});

test.each(Object.entries(signedModels))('%s: every secret is stored by a command of its own, and its value stands in none', (_, given) => {
  const [{ names }] = given.secrets;
  const commands = details(given).split('\n').filter((line) => line.includes('gh secret set'));
  expect(commands.map((line) => /gh secret set (\S+)/.exec(line)![1])).toEqual(names);
  expect(commands.filter((line) => !/^(?:(?:openssl base64 -A -in|cat) [\w.]+ \| )?gh secret set \w+(?: --env \w+)?$/.test(line))).toEqual([]);
});

test.each(Object.entries(signedModels))('%s: the doc names every secret in its steps', (_, given) => {
  const [{ names }] = given.secrets;
  const steps = details(given).split('\n').filter((line) => /^\d+\. /.test(line)).join('\n');
  expect(names.filter((name) => !steps.includes(`\`${name}\``))).toEqual([]);
});

test('a value in a variable is piped where it is no file', () => {
  expect(section('secrets', signedModels['electron-builder-mac'])).toContain('printf %s "$TOKEN" | gh secret set CSC_KEY_PASSWORD\n');
  const [updates] = build({ platforms: [mac(Signing.tauriUpdater({ password: false }))] }).secrets;
  expect(section('secrets', { ...signedModels['tauri-updater'], secrets: [updates] })).not.toContain('printf');
});

test('a model that was edited by hand may lack secrets', () => {
  const { secrets: [secret], ...rest } = signedModels['electron-builder-mac'];
  const notary = { 'key': 'constructor', 'key-id': 'toString' };
  expect(details({ ...rest, signings: [{ ...rest.signings[0], notary }], secrets: [{ ...secret, env: {} }] })).toContain('its password into <code></code>');
});

test('what may be unsigned asks nobody for force, and what must be signed asks for its own system alone', () => {
  const said = (name: string) => details(signedModels[name]);
  expect(said('electron-builder-mac')).toContain('\nmac:\n  forceCodeSigning: true\n');
  expect(said('electron-builder-windows')).toContain('\nwin:\n  forceCodeSigning: true\n');
  expect(said('azure')).toContain('\nwin:\n  forceCodeSigning: true\n');
  expect(said('electron-builder-mac-without')).not.toContain('forceCodeSigning');
  expect(said('azure-without-environment')).not.toContain('forceCodeSigning');
});

test('what is proven of each platform, and whether it has to be', () => {
  expect(section('platforms', signedModel)).toContain([
    '- `mac`, Apple signing and notarization: signed with a Developer ID of team ABCDE12345, notarized by Apple (the app and what it lies in), '
    + 'where the secrets are set.',
    '- `mac`, Signing of updates: updates are signed with the key of the app.',
    '- `windows`, Azure Artifact Signing: signed by Acme Ltd.',
  ].join('\n'));
  expect(section('platforms', model())).not.toContain('What is signed');
});

test.each([
  ['an optional signature', signedModels['electron-builder-mac-without'], /without the signing secrets/, true],
  ['a required one', signedModels['electron-builder-mac'], /without the signing secrets|not notarized/, false],
  ['an optional signature of updates', signedModels['tauri-updater'], /without the signing secrets/, false],
  ['a signature that Apple has not seen', signedModels.codesign, /macOS, signed and not notarized/, true],
  ['a signature on Windows', signedModels.azure, /Windows, signed: SmartScreen/, true],
])('how to open what has %s', (_, given, words, said) => {
  expect(words.test(section('platforms', given))).toBe(said);
});

test('what is the same on several platforms is said once', () => {
  const signing = [Signing.codesign({ teamId: 'ABCDE12345' })];
  const both = build({ platforms: [mac(...signing), Platform.macosX64({ run: ['make'], artifacts: ['out/*.dmg'], signing })] });
  expect(section('platforms', both)).toContain('- `macos-arm64` and `macos-x64`, Apple signing and notarization: signed with');
});

test('required secrets are set, all of them; optional ones all or none; and no environment makes itself', () => {
  const said = (name: string) => details(signedModels[name]);
  expect(said('azure')).toContain('Set both.\n');
  expect(said('electron-builder-mac')).toContain('Set all 5.\n');
  expect(said('electron-builder-mac-without')).toContain('or none: with only some of them the run stops.');
  expect(said('azure')).toContain('Make it first, under Settings, Environments: `gh` makes none.');
});

test('what has to be seen to before the first tag', () => {
  const text = section('checklist', signedModel);
  expect(text).toContain('- [ ] If set: The certificate in `APPLE_CERTIFICATE` is of the type Developer ID Application');
  expect(text).toContain('- [ ] The app of `AZURE_CLIENT_ID` has the role **Artifact Signing Certificate Profile Signer**.');
  expect(text).toContain('- [ ] The `pubkey` in the configuration is of that key.');
});

test('messages that several signings have in common are explained once, and those of none not at all', () => {
  const twice = build({
    platforms: [
      mac(Signing.codesign({ title: 'One' })),
      Platform.macosX64({ run: ['make'], artifacts: ['out/*.dmg'], signing: [Signing.codesign({ title: 'Two' })] }),
    ],
  });
  expect(section('troubleshooting', twice).split('errSecInternalComponent')).toHaveLength(2);
  const plain = Secret.optional({ secret: 'CERTIFICATE', without: 'Unsigned.' });
  expect(section('troubleshooting', build({ platforms: [Platform.macosArm64({ run: ['make'], artifacts: ['out/*'], secrets: [plain] })] }))).not.toContain('errSec');
});

test('no title, name or path of a signing opens anything of its own', () => {
  const said = (text: string) => ['secrets', 'platforms', 'checklist', 'troubleshooting'].map((id) => section(id, build({
    platforms: [Platform.windowsX64({
      run: ['make'],
      artifacts: ['out/*'],
      environment: text,
      signing: [
        Signing.azure({ title: `a ${text}`, without: text, publisher: text, secrets: { AZURE_TENANT_ID: text } }),
        Signing.tauriUpdater({ title: `b ${text}`, config: text, secrets: { TAURI_SIGNING_PRIVATE_KEY: `${text}2` } }),
      ],
    })],
  }))).join('\n');
  const [harmless, hostile] = outlines(['x', HOSTILE].map(said));
  const shape = ({ headings, tables, code, links }: typeof harmless) =>
    [headings.map(({ depth }) => depth), tables.map((rows) => rows[0]), code.length, links];
  expect(shape(hostile)).toEqual(shape(harmless));
  expect(hostile.html.filter((tag) => !['<code>', '</code>', '<br>'].includes(tag))).toEqual([]);
});
