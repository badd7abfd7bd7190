import { appendFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleOf } from './support/bundles';
import { ReleaseScene, type SceneOptions, TAG } from './support/release-scene';

const FILES = { 'App-1.0.0.dmg': 'a disk image', 'app.spdx.json': '{}' };
const PROVENANCE = 'provenance.sigstore.json';
const SBOM = 'sbom.sigstore.json';
const bundles = (run: string) => ({
  [PROVENANCE]: bundleOf(FILES, { predicate: { run } }),
  [SBOM]: bundleOf(FILES, { predicateType: 'https://spdx.dev/Document/v2.3', predicate: { run } }),
});

let scene: ReleaseScene;
const begin = async (options: SceneOptions = {}) => {
  scene = await ReleaseScene.start({ files: FILES, bundles: bundles('7'), plan: { attested: true }, ...options });
};
afterEach(async () => scene.close());

const uploads = () => scene.github.log.filter(({ method, path }) => method === 'POST' && path.includes('assets?name=')).map(({ path }) => path.split('=')[1]);
const at = (name: string) => join(scene.directory, 'attestations', name);
/** What another run has signed of the same files. */
const signedAnew = () => {
  const others: Record<string, string> = bundles('8');
  return scene.assets.map((asset) => ({ ...asset, bytes: others[asset.name!] ?? asset.bytes }));
};

test('the bundles are files of the release before it becomes public', async () => {
  await begin({ immutableReleases: true, plan: { attested: true, immutable: true } });

  expect(await scene.run()).toMatchObject({ code: 0, errors: [] });

  scene.expectComplete();
  expect(uploads()).toEqual(['App-1.0.0.dmg', 'SHA256SUMS', 'app.spdx.json', 'build-manifest.json', PROVENANCE, SBOM]);
  expect(scene.publications[0].files).toHaveLength(6);
});

test('a release that is not attested has none', async () => {
  await begin();
  expect(await scene.run('publish', { attested: false })).toMatchObject({ code: 0 });
  expect(uploads()).not.toContain(PROVENANCE);
  expect(scene.release.notes).not.toContain('gh attestation verify');
});

test('in a draft they are replaced by those of this run', async () => {
  await begin();
  const draft = scene.repository.addRelease({ assets: signedAnew() });

  const { code, summary } = await scene.run();

  expect(code).toBe(0);
  scene.expectComplete();
  expect(scene.release.id).toBe(draft.id);
  expect(uploads()).toEqual([PROVENANCE, SBOM]);
  expect(summary).toMatch(/\| provenance\.sigstore\.json \| \d+ \| replaced \|/);
});

test('in a public release those of another run stay, and are no difference', async () => {
  await begin();
  scene.repository.addRelease({ draft: false, assets: signedAnew() });

  const { code, stdout } = await scene.run();

  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('was public and complete already; nothing was changed') });
  expect(scene.github.log.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a public release that lacks one differs', async () => {
  await begin();
  scene.repository.addRelease({ draft: false, assets: scene.assets.filter(({ name }) => name !== SBOM) });

  expect(await scene.run()).toMatchObject({ code: 1, errors: [{ title: 'The release is public and differs', text: expect.stringContaining('sbom.sigstore.json is missing') }] });
});

test.each<[string, () => void]>([
  ['was changed', () => appendFileSync(at(PROVENANCE), ' ')],
  ['is missing', () => rmSync(at(SBOM))],
  ['came along', () => writeFileSync(at('zzz.sigstore.json'), '{}')],
  ['was exchanged', () => { writeFileSync(at(PROVENANCE), scene.files[SBOM]); writeFileSync(at(SBOM), scene.files[PROVENANCE]); }],
  ['was not downloaded', () => rmSync(at('.'), { recursive: true })],
])('a bundle that %s stops before anything is asked', async (_, change) => {
  await begin();
  change();

  const { code, errors } = await scene.run();

  expect({ code, errors }).toMatchObject({ code: 1, errors: [{ title: 'The files are not those that were assembled', text: expect.stringContaining('What lies in attestations is not what the job "attest" laid out there') }] });
  expect(scene.github.log).toEqual([]);
});

test('a bundle that is a link is none', async () => {
  await begin();
  rmSync(at(SBOM));
  symlinkSync(at(PROVENANCE), at(SBOM));
  expect(await scene.run()).toMatchObject({ code: 1, errors: [{ text: expect.stringContaining('attestations/sbom.sigstore.json is no file') }] });
});

test('sums that did not arrive prove nothing', async () => {
  await begin({ env: { ATTESTATION_SUMS: '' } });
  expect(await scene.run()).toMatchObject({ code: 1, errors: [{ text: expect.stringContaining('The variable ATTESTATION_SUMS of the step is empty') }] });
});

test('the notes say how a file is verified, by the repository that built it', async () => {
  await begin({ elsewhere: 'acme/releases' });

  expect(await scene.run()).toMatchObject({ code: 0 });

  expect(scene.release.notes).toBe(`<!-- what was built -->

Each file that \`SHA256SUMS\` names was built by \`acme/app\`, and that can be verified with the [GitHub CLI](https://cli.github.com) 2.69.0 or newer:

\`\`\`sh
gh attestation verify FILE --repo acme/app --signer-workflow acme/app/.github/workflows/app.yml --source-ref refs/tags/${TAG}
\`\`\`

With \`--bundle provenance.sigstore.json\` it needs no login; with \`--custom-trusted-root trusted_root.jsonl\` besides, which \`gh attestation trusted-root > trusted_root.jsonl\` writes beforehand, no network.

What is in the files is attested, too: with \`--predicate-type https://spdx.dev/Document/v2.3\`, and \`sbom.sigstore.json\` as the bundle.

<!-- end of what was built -->`);
});

test('a tag is one word of the command', async () => {
  await begin({ tag: "v1.0.0`'$(id)" });
  expect(await scene.run()).toMatchObject({ code: 0 });
  expect(scene.release.notes).toContain("--source-ref 'refs/tags/v1.0.0`'\\''$(id)'\n");
});
