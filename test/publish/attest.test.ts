import { readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleOf, type BundleOptions } from './support/bundles';
import { digestOf, ReleaseScene, type SceneOptions } from './support/release-scene';

const SBOM = { bomFormat: 'CycloneDX', serialNumber: 'urn:uuid:1', specVersion: '1.6', components: [{ name: 'é' }] };
const FILES = { 'App-1.0.0.dmg': 'a disk image', 'app.cdx.json': JSON.stringify(SBOM, undefined, 2) };
const WITH_SBOM = { PLAN: '{"sbom":true}', SBOM_PATH: 'release/files/app.cdx.json', PROVENANCE_BUNDLE: 'provenance', SBOM_BUNDLE: 'sbom' };
const WITHOUT = { PLAN: '{"sbom":false}', SBOM_PATH: '', PROVENANCE_BUNDLE: 'provenance', SBOM_BUNDLE: '' };
const ofSbom: BundleOptions = { predicateType: 'https://cyclonedx.org/bom', predicate: SBOM };

let scene: ReleaseScene;
const begin = async (env: Record<string, string> = WITH_SBOM, options: SceneOptions = {}) => {
  scene = await ReleaseScene.start({ files: FILES, env, ...options });
};
afterEach(async () => scene.close());

const at = (...parts: readonly string[]) => join(scene.directory, ...parts);
/** What the sums name: all but the sums. */
const subjects = () => Object.fromEntries(Object.entries(scene.files).filter(([name]) => name !== 'SHA256SUMS'));
const lay = (provenance: BundleOptions = {}, sbom: BundleOptions = {}) => {
  writeFileSync(at('provenance'), bundleOf(subjects(), provenance));
  writeFileSync(at('sbom'), bundleOf(subjects(), { ...ofSbom, ...sbom }));
};
const attest = async (mode: string) => scene.runCommand(['attest', mode], {});

test('the files are proven before they are signed, and GitHub is asked nothing', async () => {
  await begin();
  expect(await attest('prove')).toMatchObject({ code: 0, errors: [], stdout: '3 files are as assembled, and can be attested.\n' });
  expect(scene.github.log).toEqual([]);

  writeFileSync(at('release', 'files', 'App-1.0.0.dmg'), 'a disk IMAGE');
  expect(await attest('prove')).toMatchObject({ code: 1, errors: [{ text: expect.stringContaining('App-1.0.0.dmg has other bytes') }] });
});

test('without sums nothing is signed', async () => {
  await begin();
  rmSync(at('release', 'files', 'SHA256SUMS'));
  expect(await attest('prove')).toMatchObject({ code: 1, errors: [{ title: 'The files are not those that were assembled', text: expect.stringContaining('SHA256SUMS is not among the files') }] });
});

test.each([['release/files/other.json', "'release/files/other.json' is to be the SBOM, and it is no file of the release"], ['../secret', "'../secret' is to be the SBOM"], ['', 'The variable SBOM_PATH of the step is empty']])(
  'the SBOM must be a file of the release: %j', async (path, text) => {
    await begin({ ...WITH_SBOM, SBOM_PATH: path });
    expect(await attest('prove')).toMatchObject({ code: 1, errors: [{ text: expect.stringContaining(text) }] });
  },
);

test('the bundles are laid out under the names that they have in a release, and their sums handed on', async () => {
  await begin();
  lay();
  writeFileSync(at('attestations', 'old'), 'of an earlier attempt');

  const { code, outputs } = await attest('collect');

  expect(code).toBe(0);
  expect(readdirSync(at('attestations')).sort()).toEqual(['provenance.sigstore.json', 'sbom.sigstore.json']);
  const sum = (name: string) => digestOf(readFileSync(at('attestations', name))).slice(7);
  expect(outputs).toEqual({ 'attestation-sums': `${sum('provenance.sigstore.json')} provenance.sigstore.json,${sum('sbom.sigstore.json')} sbom.sigstore.json` });
  expect(readFileSync(at('attestations', 'provenance.sigstore.json'), 'utf8')).toBe(readFileSync(at('provenance'), 'utf8'));
});

test('without an SBOM there is one bundle', async () => {
  await begin(WITHOUT);
  lay();
  expect(await attest('collect')).toMatchObject({ code: 0, outputs: { 'attestation-sums': expect.stringMatching(/^[0-9a-f]{64} provenance\.sigstore\.json$/) } });
  expect(readdirSync(at('attestations'))).toEqual(['provenance.sigstore.json']);
});

test('an SBOM of SPDX is one of its version', async () => {
  const spdx = { spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT' };
  await begin(WITH_SBOM, { files: { 'app.cdx.json': JSON.stringify(spdx) } });
  lay({}, { predicateType: 'https://spdx.dev/Document/v2.3', predicate: spdx });
  expect(await attest('collect')).toMatchObject({ code: 0 });
});

const exactly = 'not of exactly the 3 that SHA256SUMS names';
const named = () => Object.entries(subjects()).map(([name, bytes]) => ({ name, digest: { sha256: digestOf(bytes).slice(7) } }));
const withoutOne = () => Object.fromEntries(Object.entries(subjects()).slice(1));

test.each<[string, () => void, string]>([
  ['another kind of statement', () => lay({ predicateType: 'https://slsa.dev/provenance/v0.2' }), "attests 'https://slsa.dev/provenance/v0.2', and 'https://slsa.dev/provenance/v1' is wanted"],
  ['a provenance where the SBOM is to be', () => lay({}, { predicateType: 'https://slsa.dev/provenance/v1' }), "sbom attests 'https://slsa.dev/provenance/v1'"],
  ['another SBOM', () => lay({}, { predicate: { ...SBOM, components: [] } }), 'sbom holds another SBOM than the one of the release'],
  ['a file less', () => writeFileSync(at('provenance'), bundleOf(withoutOne())), `provenance speaks of 2 files, and ${exactly}`],
  ['a file more', () => writeFileSync(at('provenance'), bundleOf({ ...subjects(), extra: 'x' })), `speaks of 4 files, and ${exactly}`],
  ['a file of other bytes', () => writeFileSync(at('provenance'), bundleOf({ ...subjects(), 'App-1.0.0.dmg': 'x' })), `speaks of 3 files, and ${exactly}`],
  ['a file of another name', () => writeFileSync(at('provenance'), bundleOf({ ...withoutOne(), 'App.dmg': 'a disk image' })), `speaks of 3 files, and ${exactly}`],
  ['a file twice', () => lay({ statement: { subject: Array.from({ length: 3 }, () => ({ name: 'App-1.0.0.dmg', digest: { sha256: digestOf('a disk image').slice(7) } })) } }), exactly],
  ['all files, and one again', () => lay({ statement: { subject: [...named(), named()[0]] } }), `speaks of 4 files, and ${exactly}`],
  ['a sum of another kind besides', () => lay({ statement: { subject: [{ name: 'a', digest: { sha256: 'b', sha512: 'c' } }] } }), 'names a file without one sum by SHA-256'],
  ['subjects of no shape', () => lay({ statement: { subject: [null] } }), 'names a file without one sum by SHA-256'],
  ['no list of subjects', () => lay({ statement: { subject: {} } }), 'holds no statement of the type https://in-toto.io/Statement/v1'],
  ['another version of the statement', () => lay({ statement: { _type: 'https://in-toto.io/Statement/v0.1' } }), 'holds no statement of the type'],
  ['another kind of payload', () => lay({ payloadType: 'application/json' }), 'holds no signed statement of the type application/vnd.in-toto+json'],
  ['no signature', () => lay({ bundle: { dsseEnvelope: { payload: 'e30=', payloadType: 'application/vnd.in-toto+json', signatures: [] } } }), 'holds no signed statement'],
  ['a signature that is none', () => lay({ bundle: { dsseEnvelope: { payload: 'e30=', payloadType: 'application/vnd.in-toto+json', signatures: [{ sig: '' }] } } }), 'holds no signed statement'],
  ['a payload that is no base64', () => lay({ bundle: { dsseEnvelope: { payload: '{}', payloadType: 'application/vnd.in-toto+json', signatures: [{ sig: 'AA==' }] } } }), 'holds no signed statement'],
  ['a payload that is no JSON', () => lay({ bundle: { dsseEnvelope: { payload: 'AAAA', payloadType: 'application/vnd.in-toto+json', signatures: [{ sig: 'AA==' }] } } }), 'cannot be read: its statement is no object of JSON'],
  ['a signature of a message', () => lay({ bundle: { dsseEnvelope: undefined, messageSignature: {} } }), 'is no bundle of Sigstore'],
  ['no certificate', () => lay({ bundle: { verificationMaterial: undefined } }), 'is no bundle of Sigstore'],
  ['another media type', () => lay({ bundle: { mediaType: 'application/json' } }), 'is no bundle of Sigstore'],
  ['several in one', () => { lay(); writeFileSync(at('provenance'), readFileSync(at('provenance'), 'utf8').repeat(2)); }, 'cannot be read: the bundle is no object of JSON'],
  ['a list', () => { lay(); writeFileSync(at('provenance'), '[]'); }, 'cannot be read: the bundle is no object of JSON'],
  ['nothing', () => { lay(); rmSync(at('provenance')); }, 'provenance is no file of at most 67108864 bytes'],
  ['too much', () => { lay(); truncateSync(at('provenance'), 64 * 2 ** 20 + 1); }, 'provenance is no file of at most 67108864 bytes'],
  ['a link', () => { lay(); rmSync(at('provenance')); symlinkSync(at('sbom'), at('provenance')); }, 'provenance is no file of at most'],
])('%s is no bundle of these files', async (_, prepare, text) => {
  await begin();
  lay();
  prepare();
  const { code, errors, outputs } = await attest('collect');
  expect({ code, errors, outputs }).toMatchObject({ code: 1, errors: [{ title: 'A bundle does not attest the files' }], outputs: {} });
  expect(errors[0].text).toContain(text);
});

test.each<[string, Record<string, string>, string]>([
  ['sign', {}, "'attest' goes as far as 'prove' or 'collect', not 'sign'"],
  ['collect', { PROVENANCE_BUNDLE: '' }, 'The variable PROVENANCE_BUNDLE of the step is empty'],
  ['prove', { REAL: 'false' }, 'The guard did not say that this run is real'],
  ['prove', { RECORD_SHA256: '0' }, 'is not the one that the job "assemble" wrote'],
])('it is not called wrongly: %s %j', async (mode, env, text) => {
  await begin({ ...WITH_SBOM, ...env });
  expect(await attest(mode)).toMatchObject({ code: 1, errors: [{ text: expect.stringContaining(text) }] });
});
