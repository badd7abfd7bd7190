import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { assembled, type Artifact } from './assemble-run';

const CYCLONEDX = JSON.stringify({ bomFormat: 'CycloneDX', serialNumber: 'urn:uuid:1', specVersion: '1.6' });
const SPDX = JSON.stringify({ spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT' });
const of = async (holds: Artifact, sbom = '*.cdx.json', bundles = ['provenance.sigstore.json', 'sbom.sigstore.json']) => assembled({ 'linux-x64': { holds } }, { sbom, bundles });

test.each([['app.cdx.json', CYCLONEDX], ['app.cdx.json', SPDX], ['largest.cdx.json', CYCLONEDX.padEnd(16 * 2 ** 20)], ['sub/My App.cdx.json', CYCLONEDX]])('%s is found, and handed on by the path that it has in the set', async (path, text) => {
  const { code, said, outputs, files } = await of({ 'App.zip': 'x', [path]: text });

  expect({ code, said }).toEqual({ code: 0, said: [] });
  expect(outputs['sbom-path']).toBe(`release/files/${files.find((name) => name.endsWith('.cdx.json'))}`);
});

test('where none is declared nothing is said of one', async () => {
  expect((await of({ 'app.cdx.json': 'x' }, '')).outputs).not.toHaveProperty('sbom-path');
});

test.each<[string, Artifact, string]>([
  ['none', { 'App.zip': 'x' }, "There is not one SBOM: '*.cdx.json' matches no file of the release, and one is needed. Let one platform make it and declare it among its artifacts, or correct the sbom of the release."],
  ['two', { 'a.cdx.json': CYCLONEDX, 'b.cdx.json': CYCLONEDX }, "There is not one SBOM: '*.cdx.json' matches a.cdx.json, b.cdx.json of the release, and one is needed."],
  ['no JSON', { 'a.cdx.json': '<bom/>' }, "The SBOM cannot be attested: 'a.cdx.json' of linux-x64 is no JSON: "],
  ['JSON behind a byte order mark', { 'a.cdx.json': `\ufeff${CYCLONEDX}` }, "is not valid JSON. Let the build write it as JSON, in UTF-8 without a byte order mark; '>' of Windows PowerShell writes UTF-16."],
  ['SPDX 3', { 'a.cdx.json': '{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[]}' }, 'is neither SPDX (spdxVersion such as SPDX-2.3'],
  ['a list', { 'a.cdx.json': '[]' }, "The SBOM cannot be attested: 'a.cdx.json' of linux-x64 is neither SPDX (spdxVersion such as SPDX-2.3, SPDXID) nor CycloneDX (bomFormat, serialNumber, specVersion). Let the build write it in one of the two."],
  ['CycloneDX without a serial number', { 'a.cdx.json': '{"bomFormat":"CycloneDX","specVersion":"1.6"}' }, 'is neither SPDX'],
  ['SPDX without an id', { 'a.cdx.json': '{"spdxVersion":"SPDX-2.3"}' }, 'is neither SPDX'],
  ['SPDX of another kind', { 'a.cdx.json': '{"spdxVersion":"3.0","SPDXID":"x"}' }, 'is neither SPDX'],
  ['too much', { 'a.cdx.json': 16 * 2 ** 20 + 1 }, "The SBOM cannot be attested: 'a.cdx.json' of linux-x64 has 16777217 bytes, and GitHub attests an SBOM of at most 16777216."],
])('%s is refused', async (_, holds, text) => {
  const { code, said, files } = await of(holds);

  expect({ code, said, files }).toEqual({ code: 1, said: [expect.stringContaining(`error: ${text}`.replace(/^error: is/, 'is'))], files: [] });
});

test('a link is a link, and is not read', async () => {
  const { said } = await assembled({ 'linux-x64': { holds: { 'App.zip': 'x' }, prepare: (leg) => symlinkSync('/etc/hostname', join(leg, 'a.cdx.json')) } }, { sbom: '*.cdx.json' });
  expect(said).toEqual([expect.stringContaining("'a.cdx.json' of linux-x64 is a link")]);
});

test('the names of the bundles are taken, and counted', async () => {
  expect(await of({ 'Provenance.sigstore.json': 'x' }, '')).toMatchObject({ code: 1, said: [expect.stringContaining("'Provenance.sigstore.json' of linux-x64 would be called Provenance.sigstore.json, which is a name of a file that is made here")] });
  expect(await of({ 'provenance.sigstore.json': 'x' }, '', [])).toMatchObject({ code: 0 });
  const many = Object.fromEntries(Array.from({ length: 998 }, (_, index) => [`${index}.txt`, 'x']));
  expect(await of(many, '', ['provenance.sigstore.json'])).toMatchObject({ code: 1, said: [expect.stringContaining('There are 1001 files, 3 of them made here')] });
});
