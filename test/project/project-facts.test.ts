import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { javascript, JsonFile, Project, TextFile } from 'projen';
import { Platform, PublishTarget, Repository, Setup, Signing, TagBuild, type TagBuildOptions, Updater } from '../../src';
import { AppFiles } from '../../src/project/app-files';
import { factsOf } from '../../src/project/project-facts';
import { TagBuilds } from '../../src/project/tag-builds';
import { packageManagerIn } from '../../src/toolchains/package-manager';
import { type Files } from '../cases/case';
import { inNewDirectory, write } from '../cases/harness';

const linux = Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] });

/** What the rules are told of a build in a project. */
function facts({ files = {}, project = plain, options = {} }: {
  files?: Files;
  project?: (outdir: string) => Project;
  options?: Partial<TagBuildOptions>;
}) {
  return inNewDirectory((outdir) => {
    write(outdir, files);
    const root = project(outdir);
    new TagBuild(root, 'app', { platforms: [linux], ...options });
    const [build] = TagBuilds.of(root).builds;
    return factsOf(build, { all: [build.model], files: new AppFiles(root), former: { files: [], kept: [], sections: [] } });
  });
}

function plain(outdir: string): Project {
  return new Project({ outdir, name: 'tool' });
}

function node(outdir: string): Project {
  const project = new javascript.NodeProject({ outdir, name: 'web', defaultReleaseBranch: 'main', release: false });
  project.package.addField('packageManager', 'pnpm@10.28.1');
  return project;
}

const MANIFEST = '{ "scripts": { "make": "make" }, "packageManager": "pnpm@9.0.0" }';

describe('scripts', () => {
  test('are those that projen is about to write, tasks among them', () => {
    expect(facts({ project: node, files: { 'package.json': MANIFEST } }).scripts.get('build')).toEqual(expect.arrayContaining(['build', 'tag-build:check']));
  });

  test('are those of the package.json on disk where projen writes none', () => {
    expect(facts({ files: { 'package.json': MANIFEST } }).scripts.get('build')).toEqual(['make']);
  });

  test('are read behind a mark of byte order, and are none where anything else stands there', () => {
    expect(facts({ files: { 'package.json': `\ufeff${MANIFEST}` } }).scripts.get('build')).toEqual(['make']);
    expect(facts({ files: { 'package.json': '{ "scripts": null, "packageManager": 7 }' } })).toMatchObject({ scripts: new Map([['build', []]]), packageManager: '' });
  });

  test.each(['null', '[]', '7'])('are none in %s', (text) => {
    expect(facts({ files: { 'package.json': text } }).scripts.get('build')).toEqual([]);
  });

  test('are those of the working directory', () => {
    expect(facts({ files: { 'app/package.json': MANIFEST }, options: { workingDirectory: 'app' } }).scripts.get('build')).toEqual(['make']);
    expect(facts({
      files: { 'app/package.json': MANIFEST },
      options: { repositories: [Repository.self({ path: 'x' }), Repository.github('acme/y')], workingDirectory: 'x/app' },
    }).scripts.get('build')).toEqual(['make']);
  });

  test('are those that projen is about to write for a project anywhere below the root', () => {
    const nested = (outdir: string) => {
      const root = plain(outdir);
      const group = new Project({ parent: root, outdir: 'apps', name: 'apps' });
      new javascript.NodeProject({ parent: group, outdir: 'desktop', name: 'desktop', defaultReleaseBranch: 'main', release: false }).addTask('package:mac');
      return root;
    };
    expect(facts({ project: nested, options: { workingDirectory: 'apps/desktop' } }).scripts.get('build')).toContain('package:mac');
  });

  test('are none where there is no package.json', () => {
    expect(facts({}).scripts.get('build')).toEqual([]);
  });

  test.each([
    ['another repository is the main one', { repositories: [Repository.github('acme/app')] }],
    ['the build runs outside of the main one', { repositories: [Repository.self({ path: 'x' }), Repository.github('acme/y')], workingDirectory: 'y' }],
  ])('are not known where %s', (_where, options) => {
    expect(facts({ files: { 'package.json': MANIFEST }, options }).scripts.get('build')).toBeUndefined();
  });

  test('a package.json that is no JSON is named', () => {
    expect(() => facts({ files: { 'package.json': '{ "scripts": ' } })).toThrow(/package\.json cannot be read: /);
  });

  test('a package.json outside the repository is not read', () => {
    const project = (outdir: string) => {
      symlinkSync('..', join(outdir, 'app'));
      return plain(outdir);
    };
    expect(() => facts({ project, options: { workingDirectory: 'app' } })).toThrow(/app\/package\.json cannot be read: .* leads by a link to '\.\.\/package\.json'/);
  });
});

describe('the package manager', () => {
  test('is the one that projen is about to write', () => {
    expect(facts({ project: node, files: { 'package.json': MANIFEST } }).packageManager).toBe('pnpm@10.28.1');
  });

  test('matters only in the root of the workspace', () => {
    const inDirectory = { repositories: [Repository.self({ path: 'x' })] };
    expect(facts({ files: { 'package.json': MANIFEST } }).packageManager).toBe('pnpm@9.0.0');
    expect(facts({ files: { 'package.json': MANIFEST }, options: inDirectory }).packageManager).toBe('');
  });
});

describe("the app's own files", () => {
  const files = { 'package.json': MANIFEST, 'electron-builder.yml': 'appId: a', 'electron-builder.json5': '{', 'other.json': '{}' };
  const jsonFile = (name: string) => (outdir: string) => {
    const made = plain(outdir);
    new JsonFile(made, name, { obj: { appId: 'b' } });
    return made;
  };
  const linkedTo = (target: string) => (outdir: string) => {
    symlinkSync(target, join(outdir, 'electron-builder.yml'));
    return plain(outdir);
  };

  test('are those that are there and that a check asks for, and what they say', () => {
    const [app] = facts({ files }).apps;
    expect(Object.fromEntries(app.files)).toEqual({ 'package.json': MANIFEST, 'electron-builder.yml': 'appId: a', 'electron-builder.json5': '{' });
    expect(app.content('electron-builder.yml')).toEqual({ appId: 'a' });
    expect(app.content('package.json')).toMatchObject({ packageManager: 'pnpm@9.0.0' });
    expect(app.content('electron-builder.json5')).toBeUndefined();
    expect(app.content('electron-builder.yaml')).toBeUndefined();
  });

  test('lie in the working directory', () => {
    const lying = { 'app/electron-builder.yml': 'appId: b', 'electron-builder.yml': 'appId: a' };
    expect([...facts({ files: lying, options: { workingDirectory: 'app' } }).apps[0].files]).toEqual([['electron-builder.yml', 'appId: b']]);
    expect(facts({ files: lying, options: { workingDirectory: 'none' } }).apps).toEqual([]);
  });

  test('are what projen is about to write, as far as that is known', () => {
    const manifest = facts({ project: node, files: { 'package.json': MANIFEST } }).apps[0].content('package.json');
    expect(manifest).toMatchObject({ name: 'web', scripts: { build: expect.stringContaining('projen build') } });
    const [app] = facts({ project: jsonFile('electron-builder.json'), files: { 'electron-builder.json': '{ "appId": "a" }' } }).apps;
    expect(app.files.get('electron-builder.json')).toBe('');
    expect(app.content('electron-builder.json')).toBeUndefined();
  });

  test.each([['out of the checkout', '/etc/hostname'], ['nowhere', 'none'], ['to itself', 'electron-builder.yml'], ['to a directory', '.']])('are not read where a link leads %s', (_, target) => {
    expect(facts({ project: linkedTo(target) }).apps[0].files.get('electron-builder.yml')).toBe('');
  });

  test('are not read where they are of no size that anybody writes', () => {
    expect(facts({ files: { 'electron-builder.yml': '#'.repeat(11_000_000) } }).apps[0].files.get('electron-builder.yml')).toBe('');
  });

  test('are nobody\'s where the app lies in another repository', () => {
    expect(facts({ files, options: { repositories: [Repository.github('acme/app')] } }).apps).toEqual([]);
  });

  test('are also those by which apps say where they look for updates', () => {
    const platforms = [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*.AppImage'], signing: [Signing.tauriUpdater()] })];
    const options = { platforms, publish: [PublishTarget.githubRelease({ updater: Updater.tauri() })] };
    expect(facts({ files: { 'src-tauri/tauri.conf.json': '{}' }, options }).apps[0].content('src-tauri/tauri.conf.json')).toEqual({});
  });
});

describe('the files that tools are set up by', () => {
  const options = { workingDirectory: 'app', setup: [Setup.java('21'), Setup.nodeFrom('../.nvmrc'), Setup.goFrom('go.mod')] };

  test('are read where they lie here, with those of wrappers', () => {
    const files = { '.nvmrc': '22', 'app/.mvn/wrapper/maven-wrapper.properties': 'a=b', 'go.mod': 'go 1.25' };
    expect([...facts({ files, options }).toolFiles]).toEqual([['.nvmrc', '22'], ['app/.mvn/wrapper/maven-wrapper.properties', 'a=b']]);
  });

  test('are not known where something is about to write them', () => {
    const project = (outdir: string) => {
      const made = plain(outdir);
      new TextFile(made, '.nvmrc', { lines: ['24'] });
      return made;
    };
    expect([...facts({ project, files: { '.nvmrc': '22' }, options }).toolFiles]).toEqual([['.nvmrc', undefined]]);
  });

  test('are none of another repository', () => {
    const elsewhere = { repositories: [Repository.self({ path: 'x' }), Repository.github('acme/y')], setup: [Setup.nodeFrom('../y/.nvmrc'), Setup.goFrom('go.mod')] };
    expect([...facts({ files: { '.nvmrc': '22', 'go.mod': 'go 1.25' }, options: elsewhere }).toolFiles]).toEqual([['go.mod', 'go 1.25']]);
  });

  test('outside of the repository are not read', () => {
    const project = (outdir: string) => {
      symlinkSync('/etc/hostname', join(outdir, '.nvmrc'));
      return plain(outdir);
    };
    expect(() => facts({ project, options: { setup: [Setup.nodeFrom('.nvmrc')] } })).toThrow(/'\.nvmrc' leads by a link to '.*', which lies outside the repository/);
  });
});

test.each([
  ['{ "packageManager": "pnpm@10.28.1+sha512.ab" }', { name: 'pnpm', version: '10.28.1', readByActions: true }],
  ['{ "packageManager": "pnpm@10" }', undefined],
  ['{ "packageManager": "pnpm@10.1.1; rm -rf /" }', undefined],
  ['{ "packageManager": 1, "devEngines": null }', undefined],
  ['{ "packageManager": "pnpm@latest", "devEngines": { "packageManager": { "name": "pnpm", "version": "12.0.0" } } }', { name: 'pnpm', version: '12.0.0', readByActions: false }],
  ['{ "devEngines": { "packageManager": [null, 1, { "name": "npm" }, { "name": "pnpm", "version": "^12.0.0" }] } }', undefined],
])('the package.json %s says %j', (manifest, said) => {
  expect(packageManagerIn(JSON.parse(manifest))).toEqual(said);
});

test('the README is the one on disk, and the lock file of actions is seen', () => {
  expect(facts({})).toMatchObject({ readme: undefined, actionsLock: false });
  expect(facts({ files: { 'README.md': '# A\r\n', '.github/workflows/actions.lock': '' } })).toMatchObject({ readme: '# A\r\n', actionsLock: true });
});

test('where projen writes files without a marker, what lies in the way cannot be told from them', () => {
  const files = { '.github/workflows/app.yml': 'name: App\n' };
  expect(facts({ files }).obstacles).toEqual([{ option: 'id', path: '.github/workflows/app.yml', kind: 'occupied', is: 'is a file that projen did not write' }]);
  process.env.PROJEN_EJECTING = 'true';
  try {
    expect(facts({ files }).obstacles).toEqual([]);
  } finally {
    delete process.env.PROJEN_EJECTING;
  }
});
