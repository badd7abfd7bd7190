import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RunsScene } from './scene';
import type { Model, NpmModel } from '../../../src/model/model';
import { Deadline } from '../../../src/outside/deadline';
import { GitHubClient } from '../../../src/outside/github-client';
import { published } from '../../../src/tasks/runs/published';
import type { Tagged } from '../../../src/tasks/runs/release-differences';
import { githubRelease, model as makeModel } from '../../render/models';
import type { AssetFields, Repository } from '../../support/fake-github/repository';
import { message } from '../../support/github-answers';
import { loadBundledOctokit } from '../../support/octokit';

jest.mock('../../../src/outside/load-octokit', () => ({ loadOctokit: async () => loadBundledOctokit() }));

const scene = new RunsScene();
const NPM: NpmModel = { kind: 'npm', id: 'npm', declaredAt: '', package: '@acme/app', tarball: '*.tgz', staged: false, distTag: '', environment: '' };
const MODEL = makeModel({ publish: [githubRelease()] });
const APP = 'an application';

let npm: Server;
let versions: Record<string, string>;

beforeEach(async () => {
  versions = {};
  npm = createServer(({ url = '' }, response) => response.writeHead(versions[url] ? 200 : 404).end(versions[url]));
  await new Promise<void>((resolve) => npm.listen(0, '127.0.0.1', resolve));
});
afterEach(() => npm.close());

const sha256 = (bytes: string) => createHash('sha256').update(bytes).digest('hex');
const file = (name: string, bytes: string) => ({ name, size: bytes.length, sha256: sha256(bytes), job: 'build', platform: 'linux-x64', originalName: name });

function manifestText(changes: object = {}): string {
  return JSON.stringify({ version: 1, build: 'installers', tag: 'v1.0.0', run: { repository: 'acme/app', id: 42, url: '' }, files: [file('app.zip', APP)], ...changes });
}

function release(repository: Repository, assets: readonly AssetFields[], fields: object = {}): void {
  repository.addTag('v1.0.0');
  repository.addRelease({ tag: 'v1.0.0', draft: false, assets, ...fields });
}

/** The files as the publish script leaves them. */
function good(manifest = manifestText()): AssetFields[] {
  const files = [{ name: 'app.zip', bytes: APP }, { name: 'build-manifest.json', bytes: manifest }];
  const sums = files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');
  return [...files, { name: 'SHA256SUMS', bytes: sums }, { name: 'provenance.sigstore.json', bytes: '{}' }];
}

async function look(model: Model = MODEL, tagged: Tagged = { tag: 'v1.0.0', version: '1.0.0', run: 42 }, permission = 'contents:write') {
  scene.github.addToken('mine', { kind: 'classic', repositories: { 'acme/app': [permission] } });
  const github = new GitHubClient({ apiUrl: scene.github.url, serverUrl: scene.github.url, token: 'mine', deadline: new Deadline(5) });
  return published({ github, repository: 'acme/app', npmUrl: `http://127.0.0.1:${(npm.address() as AddressInfo).port}` }, model, tagged);
}

test('a release with its page, its files and their sums as GitHub has them, which are those of the manifest', async () => {
  release(scene.repository, good());
  const { releases, packages } = await look();
  expect(packages).toEqual([]);
  expect(releases).toEqual([{
    repository: 'acme/app',
    state: 'public',
    url: `${scene.github.url}/acme/app/releases/tag/v1.0.0`,
    prerelease: false,
    files: expect.arrayContaining([{ id: expect.any(Number), name: 'app.zip', size: APP.length, sha256: sha256(APP) }]),
    comparedWith: ['build-manifest.json', 'SHA256SUMS'],
    differences: [],
  }]);
});

test('a draft, for whoever may see it, and none', async () => {
  release(scene.repository, good(), { draft: true, prerelease: true });
  expect((await look()).releases).toEqual([expect.objectContaining({ state: 'draft', prerelease: true, differences: [] })]);
  const missing = [{ repository: 'acme/app', state: 'missing', url: '', prerelease: false, files: [], comparedWith: [], differences: [] }];
  expect((await look(MODEL, undefined, 'contents:read')).releases).toEqual(missing);
  expect((await look(MODEL, { tag: 'v2.0.0', version: '2.0.0' })).releases).toEqual(missing);
});

test('a release in another repository, with more files than a page', async () => {
  const other = scene.github.addRepository('acme/releases');
  const many = Array.from({ length: 120 }, (_, index) => ({ name: `file-${index}`, bytes: 'x' }));
  release(other, [...many, { name: 'build-manifest.json', bytes: manifestText({ files: many.map(({ name, bytes }) => file(name, bytes)) }) }]);
  const model = makeModel({ release: { ...MODEL.release, checksums: false }, publish: [githubRelease({ repository: 'acme/releases' })] });
  const [{ repository, files, comparedWith, differences }] = (await look(model)).releases;
  expect([repository, files.length, comparedWith, differences]).toEqual(['acme/releases', 121, ['build-manifest.json'], []]);
});

test.each<[string, (assets: AssetFields[]) => AssetFields[], readonly string[]]>([
  ['a file that is missing', (assets) => assets.slice(1), ['app.zip is missing', 'app.zip is missing, though SHA256SUMS names it']],
  ['other bytes', ([, ...rest]) => [{ name: 'app.zip', bytes: 'another thing.' }, ...rest], ['app.zip has other bytes than build-manifest.json says', 'app.zip has another sum than SHA256SUMS says']],
  ['a file of somebody else', (assets) => [...assets, { name: 'more.zip' }], ['more.zip is there, and build-manifest.json does not name it']],
  ['one that was never finished', ([, ...rest]) => [{ name: 'app.zip', state: 'starter' }, ...rest], ['app.zip is missing', 'app.zip is missing, though SHA256SUMS names it']],
  ['no sum of GitHub\'s', ([, ...rest]) => [{ name: 'app.zip', bytes: APP, digest: null }, ...rest], ['GitHub has no sum of app.zip']],
  ['neither manifest nor sums', (assets) => assets.filter(({ name }) => name === 'app.zip'), ['build-manifest.json is missing', 'SHA256SUMS is missing']],
  ['those of another build, tag and run', () => good(manifestText({ build: 'b', tag: 'v2', run: { id: 7 } })), [
    'build-manifest.json is of another build: b', 'build-manifest.json is of another tag: v2', 'build-manifest.json is of another run: 7',
  ]],
  ['a manifest that is none', () => good('[]'), ['build-manifest.json cannot be read']],
  ['another that is none', () => good('{'), ['build-manifest.json cannot be read']],
  ['a hostile one', () => good(manifestText({ build: {}, run: [], files: [null, { name: {}, size: 'x' }] })), [
    'build-manifest.json is of another build: none', 'build-manifest.json is of another run: none', 'none is missing', 'app.zip is there, and build-manifest.json does not name it',
  ]],
  ['sums that are none', (assets) => assets.map((asset) => asset.name === 'SHA256SUMS' ? { ...asset, bytes: 'x' } : asset), ['SHA256SUMS has a line that cannot be read']],
])('%s is said', async (_, change, differences) => {
  release(scene.repository, change(good()));
  expect((await look()).releases[0].differences).toEqual(differences);
});

test.each([
  [false, { version: '1.0.0' }, 'public'],
  [true, { version: '1.0.0' }, 'public'],
  [false, undefined, 'missing'],
  [true, undefined, 'staged'],
  [false, { version: '0.9.0' }, 'unknown'],
])('a package on npm, staged: %s, where npm has %j, is %s', async (staged, manifest, state) => {
  if (manifest) versions['/@acme%2fapp/1.0.0'] = JSON.stringify(manifest);
  expect(await look(makeModel({ publish: [{ ...NPM, staged }] }))).toEqual({ releases: [], packages: [{ name: '@acme/app', version: '1.0.0', state }] });
});

test('a refusal is told in words, and so is no answer', async () => {
  scene.github.inject({}, { answer: message(403, 'Resource protected by organization SAML enforcement.') });
  await expect(look()).rejects.toThrow('GitHub does not show the releases of acme/app (403): Resource protected by organization SAML enforcement.');
  scene.github.inject({ times: 2 }, { answer: message(500, 'x') });
  await expect(look()).rejects.toThrow('GitHub has trouble of its own (500).');
});
