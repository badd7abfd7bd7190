import { said, seeing } from './seeing';
import { appVersionUndeclared } from '../../src/apps/app-version-undeclared';
import { type Overrides, platform, repository, versionModel } from '../render/models';

type Files = Readonly<Record<string, unknown>>;

const self = [repository({ self: true, name: '', path: '' })];
const leg = (run = 'npm run dist', more: Parameters<typeof platform>[0] = {}) => platform({ name: 'l', script: 'dist', run: [run], ...more });
const inApp = { repositories: self, workingDirectory: 'app', version: versionModel({ files: ['package.json'] }), platforms: [leg()] };

function says(files: Files, overrides: Overrides = {}): string[] {
  return said(appVersionUndeclared, seeing(files, { ...inApp, ...overrides }));
}

const app = (dist: string, more: object = {}): Files => ({ 'package.json': { version: '1.0.0', scripts: { dist }, ...more } });
const tauri = (configuration: object, more: Files = {}): Files => ({ 'src-tauri/tauri.conf.json': { identifier: 'com.acme.notes', ...configuration }, ...more });
const byTauri = { platforms: [leg('cargo tauri build')] };

test.each<[string, Files, Overrides, string]>([
  ['electron-builder', app('electron-builder', { build: {} }), {}, 'package.json'],
  ['electron-builder with a package of its own', { ...app('electron-builder', { build: {} }), 'app/package.json': { version: '1.0.0' } }, {}, 'app/package.json'],
  ['Electron Forge', app('electron-forge make'), {}, 'package.json'],
  ['Tauri', tauri({ version: '1.0.0' }), byTauri, 'src-tauri/tauri.conf.json'],
  ['Tauri, by a package.json', tauri({ version: '../package.json' }), byTauri, 'package.json'],
  ['Tauri, by Cargo.toml', tauri({}, { 'src-tauri/Cargo.toml': '[package]\nname = "a"\nversion = "1.0.0"\n' }), byTauri, 'src-tauri/Cargo.toml'],
])('%s has the version from a file that is not declared', (_what, files, overrides, file) => {
  expect(says(files, overrides)).toEqual([expect.stringMatching(new RegExp(`^${file}: .* takes the version of the app from here, and the version's files are package\\.json\\. Add 'app/${file}' to version\\.files\\.$`))]);
});

test('it is said once of all platforms', () => {
  expect(says(app('electron-builder', { build: {} }), { platforms: [leg(), leg('npm run dist', { name: 'm' })] })).toHaveLength(1);
});

test.each<[string, Files, Overrides]>([
  ['a file that is declared', app('electron-builder', { build: {} }), { version: versionModel({ files: ['package.json', 'app/package.json'] }) }],
  ['a version that nobody declares', app('electron-builder', { build: {} }), { version: versionModel({}) }],
  ['a version by the configuration', app('electron-builder', { build: { extraMetadata: { version: '2.0.0' } } }), {}],
  ['a version by a command', app('electron-builder -c.extraMetadata.version=$VERSION', { build: {} }), {}],
  ['a version by a step', app('electron-builder', { build: {} }), { prepare: [{ run: 'npm version --no-git-tag-version "$V"' }] }],
  ['a version by a script of its own', app('node setCurrentVersion.js && electron-builder', { build: {} }), {}],
  ['a version by a package script', app('electron-builder', { build: {} }), { prepare: [{ run: 'npm run chore:update-nightly-version' }] }],
  ['a configuration that a program says', { ...app('electron-builder'), 'electron-builder.js': '' }, {}],
  ['a version by the program of Electron Forge', { ...app('electron-forge make'), 'forge.config.js': 'module.exports = { packagerConfig: { appVersion } }' }, {}],
  ['a manifest without a version', { 'package.json': { scripts: { dist: 'electron-builder' }, build: {} } }, {}],
  ['a version of a workspace', tauri({}, { 'src-tauri/Cargo.toml': '[package]\nname = "a"\nversion.workspace = true\n' }), byTauri],
  ['another tool', app('make'), {}],
  ['a job that builds in another repository', app('electron-builder', { build: {} }), { repositories: [repository({ name: 'acme/app', path: '' })] }],
  ['what the project cannot name', app('electron-builder', { build: {} }), { directory: 'desktop' }],
])('nothing is said of %s', (_what, files, overrides) => {
  expect(says(files, overrides)).toEqual([]);
});
