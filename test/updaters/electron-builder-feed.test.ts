import type { Wanted } from '../../src/updaters/app-configuration';
import { misledElectronApps } from '../../src/updaters/electron-builder-feed';

const RELEASES: Wanted = { repositories: ['acme/releases'], own: undefined };
const github = (owner: string, repo: string) => ({ provider: 'github', owner, repo });

function misled(files: Readonly<Record<string, unknown>>, { commands = [] as string[], checkout = '', wanted = RELEASES } = {}): string[] {
  return misledElectronApps(new Map(Object.entries(files)), { systems: ['macos', 'windows'], commands, checkout }, wanted).map(({ what }) => what);
}

const WRONG = { publish: github('acme', 'app') };

test('what leads elsewhere is said once for all systems', () => {
  expect(misled({ 'package.json': { build: WRONG } })).toEqual(['build in package.json sends installed apps to acme/app by publish, and the release lies in acme/releases']);
});

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['another provider', { 'package.json': { build: { publish: { provider: 'generic', url: 'https://updates.example.com' } } } }],
  ['another host', { 'package.json': { build: { publish: { ...github('acme', 'app'), host: 'git.example.com' } } } }],
  ['a name that is filled in', { 'package.json': { build: { publish: github('${env.OWNER}', 'app') } } }],
  ['half a name, which is filled in', { 'package.json': { build: { publish: github('acme', '') } } }],
  ['what it extends', { 'package.json': { build: { extends: 'base.json' } } }],
  ['a repository elsewhere', { 'package.json': { repository: 'gitlab:acme/app', build: {} } }],
  ['a script with a configuration of its own', { 'package.json': { build: WRONG, scripts: { package: 'tsc && electron-builder --mac --config release.js' } } }],
  ['a program', { 'package.json': { repository: 'acme/app' } }],
  ['a file before it that is not read', { 'electron-builder.yml': undefined, 'electron-builder.json': WRONG }],
  ['a package.json that is not read', { 'package.json': undefined }],
  ['a manifest that is no object', { 'package.json': ['build'] }],
])('%s is not judged', (_, files) => {
  expect(misled(files)).toEqual([]);
});

test('a command with an option of its own is not judged', () => {
  expect(misled({ 'package.json': { build: WRONG } }, { commands: ['npx electron-builder -c.publish.repo=releases'] })).toEqual([]);
});

test('the configuration of another program is none of ours', () => {
  expect(misled({ 'package.json': { build: WRONG, scripts: { bundle: 'webpack --config x.js', package: 'electron-builder && vite -c y' } } })).toHaveLength(1);
});

test.each([
  'acme/releases', 'github:acme/releases', 'https://github.com/acme/releases', 'git+https://github.com/Acme/Releases.git', 'git@github.com:acme/releases.git',
  'git+ssh://git@github.com/acme/releases.git', 'git://github.com/acme/releases.git#main',
])('%s is the repository of the release', (repository) => {
  expect(misled({ 'package.json': { repository, build: {} } })).toEqual([]);
  expect(misled({ 'package.json': { repository: { type: 'git', url: repository }, build: {} } })).toEqual([]);
  expect(misled({ 'package.json': { repository, build: {} } }, { wanted: { repositories: ['acme/app'], own: undefined } })).toHaveLength(1);
});

describe("the workflow's own repository", () => {
  const own = (name?: string): Wanted => ({ repositories: [''], own: name });

  test('may be any where its name is not known', () => {
    expect(misled({ 'package.json': { build: WRONG } }, { wanted: own() })).toEqual([]);
  });

  test('is compared where it is', () => {
    expect(misled({ 'package.json': { build: WRONG } }, { wanted: own('Acme/App') })).toEqual([]);
    expect(misled({ 'package.json': { build: WRONG } }, { wanted: own('acme/fork') })).toEqual([
      'build in package.json sends installed apps to acme/app by publish, and the release lies in acme/fork',
    ]);
  });

  test('is what a checkout names', () => {
    expect(misled({ 'package.json': { build: {} } }, { wanted: own() })).toEqual([]);
    expect(misled({ 'package.json': { build: {} } }, { wanted: { repositories: ['acme/app'], own: 'acme/app' } })).toEqual([]);
    expect(misled({ 'package.json': { build: {} } }, { wanted: own(), checkout: 'acme/web' })).toEqual([]);
    expect(misled({ 'package.json': { build: {} } }, { wanted: own('acme/app'), checkout: 'acme/web' })).toEqual([
      'build in package.json sends installed apps to acme/web by its checkout, and the release lies in acme/app',
    ]);
  });

  test('is named nowhere below its root', () => {
    expect(misledElectronApps(new Map([['package.json', { build: {} }]]), { systems: ['linux'], commands: [], checkout: undefined }, own())).toHaveLength(1);
  });

  test('is one of several that have the release', () => {
    expect(misled({ 'package.json': { build: WRONG } }, { wanted: { repositories: ['', 'acme/releases'], own: 'acme/app' } })).toEqual([]);
  });
});
