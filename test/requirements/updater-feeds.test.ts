import type { UpdaterModel } from '../../src/model/model';
import { githubRelease, type Overrides, platform, repository } from '../render/models';
import { addRepository, rawFile } from '../support/fake-github-doctor';
import { findingsOf, OWN, useFakeGitHub } from '../tasks/doctor/examine';

const github = useFakeGitHub();
const WEB = 'acme/web';
const ELECTRON: UpdaterModel = { kind: 'electron-builder', legs: [{ job: 'build', platform: 'linux-x64' }], channel: '' };
const TAURI: UpdaterModel = { kind: 'tauri', legs: [{ job: 'build', platform: 'linux-x64', targets: ['linux-x86_64'] }], config: 'src-tauri/tauri.conf.json', publicKey: '', preferMsi: false };
const YAML = 'publish:\n  - provider: github\n    owner: acme\n    repo: app\n';

beforeEach(() => {
  addRepository(github(), OWN);
  addRepository(github(), WEB);
});

async function look(files: Record<string, string>, updater: UpdaterModel = ELECTRON, overrides: Overrides = {}) {
  return findingsOf('updater-feeds', github(), { platforms: [platform({ name: 'linux-x64' })], publish: [githubRelease({ updater })], ...overrides }, { files });
}

test('YAML is read, and compared with the name of the repository', async () => {
  expect(await look({ 'electron-builder.yml': YAML })).toMatchObject([{ subject: 'electron-builder', status: 'ok', detail: `nothing in ${OWN} leads away from ${OWN}` }]);
  expect(await look({ 'electron-builder.yml': YAML.replace('repo: app', 'repo: fork') })).toMatchObject([{
    status: 'missing',
    detail: `electron-builder.yml sends installed apps to acme/fork by publish, and the release lies in ${OWN}`,
    fix: 'Write there "publish": { "provider": "github", "owner": "acme", "repo": "app" }.',
  }]);
});

test.each([
  ['none is there', {}],
  ['it is a program', { 'electron-builder.js': 'module.exports = {}' }],
  ['it is broken', { 'electron-builder.yml': 'publish: [' }],
])('what an app says is unknown where %s', async (_, files) => {
  expect(await look(files)).toMatchObject([{ status: 'unknown', fix: `See that the app looks for updates in ${OWN}.` }]);
});

test('that of another repository is read there', async () => {
  const elsewhere = { repositories: [repository({ name: WEB, path: 'web', ref: 'v1' })], workingDirectory: 'web/app' };
  github().on({ path: `/repos/${WEB}/contents/app/package.json?ref=v1` }, rawFile(JSON.stringify({ build: { publish: { provider: 'github', owner: 'acme', repo: 'web' } } })));

  expect(await look({}, ELECTRON, elsewhere)).toMatchObject([{ status: 'missing', detail: expect.stringContaining(`sends installed apps to acme/web by publish, and the release lies in ${OWN}`) }]);
});

test('Tauri says it all in one file', async () => {
  const config = { bundle: {}, plugins: { updater: { pubkey: 'x', endpoints: [`https://github.com/${OWN}/releases/latest/download/latest.json`] } } };
  expect(await look({ 'src-tauri/tauri.conf.json': JSON.stringify(config) }, TAURI)).toMatchObject([{
    subject: 'tauri',
    status: 'missing',
    detail: "'src-tauri/tauri.conf.json' does not say that Tauri makes what updates are made of; "
      + "plugins.updater.pubkey in 'src-tauri/tauri.conf.json' is no public key in base64, as it stands in the file that ends in .pub",
  }]);
  expect(await look({}, TAURI)).toMatchObject([{ status: 'missing', detail: "there is no 'src-tauri/tauri.conf.json', which holds the public key" }]);
});

test('nothing is asked where no app updates itself', async () => {
  expect(await look({}, { kind: 'files', files: ['appcast.xml'], holdVersion: true })).toEqual([]);
});
