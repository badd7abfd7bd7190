import { said, seeing } from './seeing';
import type { AppCheck } from '../../src/apps/app-check';
import { electronBuilderArtifactMissing } from '../../src/apps/electron-builder-artifact-missing';
import { electronBuilderPublishes } from '../../src/apps/electron-builder-publishes';
import { electronForgeArtifactMissing } from '../../src/apps/electron-forge-artifact-missing';
import { tauriArtifactMissing } from '../../src/apps/tauri-artifact-missing';
import { tauriKeyMissing } from '../../src/apps/tauri-key-missing';
import type { OperatingSystem, PlatformModel } from '../../src/model/model';
import { platform } from '../render/models';

/** What a tool is said to make that nothing collects. */
function made(check: AppCheck, files: Record<string, unknown>, run: string, system: OperatingSystem, more: Partial<PlatformModel> = {}): string[] {
  const found = said(check, seeing(files, { platforms: [platform({ name: 'leg', system, run: [run], artifacts: ['elsewhere/*'], ...more })] }));
  return found.flatMap((text) => [...text.matchAll(/'[^']+' as [^ ,]+/g)].map(([file]) => file));
}

const electron = (build: unknown, run = 'electron-builder', system: OperatingSystem = 'linux') => made(electronBuilderArtifactMissing, { 'package.json': { build } }, run, system);

/** Ways in which projects put what was made elsewhere, behind the program that makes it. */
const MOVED: readonly (readonly [string, Partial<PlatformModel>])[] = [
  [' && mv dist/*.deb artifacts/', {}],
  ['\ncd dist\nmv *.deb ../artifacts', {}],
  [' && node scripts/rename.mjs', {}],
  ['', { postBuildSteps: [{ run: 'mv dist/*.deb artifacts/' }] }],
];

describe('electron-builder', () => {
  test.each(MOVED)('nothing is said of what %j %j may move', (behind, more) => {
    expect(made(electronBuilderArtifactMissing, { 'package.json': { build: {} } }, `electron-builder${behind}`, 'linux', more)).toEqual([]);
  });

  test('what runs before it moves nothing', () => {
    expect(made(electronBuilderArtifactMissing, { 'package.json': { build: { linux: { target: 'deb' } } } }, 'mv a b && electron-builder --linux && electron-builder --linux', 'linux')).not.toEqual([]);
  });


  test.each<[string, unknown, string, OperatingSystem, string[]]>([
    ['its defaults', {}, 'electron-builder', 'linux', ["'snap' as dist/*.snap", "'appimage' as dist/*.AppImage"]],
    ['its defaults on Windows', {}, 'electron-builder', 'windows', ["'nsis' as dist/*.exe"]],
    ['what the platform declares', { win: { target: [{ target: 'nsis-web', arch: ['x64'] }, 'portable', 'dir'] } }, 'electron-builder', 'windows', ["'nsis-web' as dist/nsis-web/*.exe", "'portable' as dist/*.exe"]],
    ['what a command names', { linux: { target: 'rpm' } }, 'electron-builder --linux deb tar.gz:arm64 --x64', 'linux', ["'deb' as dist/*.deb", "'tar.gz' as dist/*.tar.gz"]],
    ['what short flags name', { mac: { target: 'pkg' } }, 'electron-builder -lm', 'linux', ["'snap' as dist/*.snap", "'appimage' as dist/*.AppImage", "'pkg' as dist/*.pkg"]],
    ['names of all', { artifactName: 'a-${version}-${arch}.${ext}', linux: { target: 'deb' } }, 'electron-builder', 'linux', ["'deb' as dist/a-*-*.deb"]],
    ['names of a platform', { artifactName: 'a.${ext}', linux: { target: 'deb', artifactName: 'b.${ext}' } }, 'electron-builder', 'linux', ["'deb' as dist/b.deb"]],
    ['names of a target', { appImage: { artifactName: 'c[1].${ext}' }, linux: { target: 'AppImage', artifactName: 'b.${ext}' } }, 'electron-builder', 'linux', ["'appimage' as dist/c*1*.AppImage"]],
    ['its directory', { directories: { output: './out/' }, linux: { target: 'deb' } }, 'electron-builder', 'linux', ["'deb' as out/*.deb"]],
  ])('%s', (_, build, run, system, expected) => {
    expect(electron(build, run, system)).toEqual(expected);
  });

  test.each<[string, unknown, string]>([
    ['what a hook may move', { afterAllArtifactBuild: './rename.js' }, 'electron-builder'],
    ['a directory that a macro names', { directories: { output: 'out/${version}' } }, 'electron-builder'],
    ['a directory outside', { directories: { output: '../out' } }, 'electron-builder'],
    ['a name with a variable', { artifactName: '${env.DIR}.${ext}' }, 'electron-builder'],
    ['what it extends', { extends: './base.yml' }, 'electron-builder'],
    ['a configuration of its own', {}, 'electron-builder -c.linux.target=deb'],
    ['a directory of its own', {}, 'electron-builder --project app'],
    ['only the app', {}, 'electron-builder --dir'],
    ['what a shell fills in', {}, 'electron-builder --linux $TARGET'],
    ['another command', {}, 'electron-builder install-app-deps'],
    ['another program', {}, 'electron-builder-like'],
    ['what it does not know', { linux: { target: ['freebsd', 'constructor'] } }, 'electron-builder'],
  ])('nothing is said of %s', (_, build, run) => {
    expect(electron(build, run)).toEqual([]);
  });

  test('a program is not read', () => {
    expect(made(electronBuilderArtifactMissing, { 'package.json': {}, 'electron-builder.js': 'module.exports = {}' }, 'electron-builder', 'linux')).toEqual([]);
  });

  test.each([
    ['26.0.0', 1],
    ['^24', 1],
    ['~27.0.0', 0],
    ['latest', 1],
  ])('%s publishes by itself: %d', (version, times) => {
    const files = { 'package.json': { devDependencies: { 'electron-builder': version }, build: { publish: 'github' } } };
    expect(said(electronBuilderPublishes, seeing(files, { platforms: [platform({ run: ['npx electron-builder -l'] })] }))).toHaveLength(times);
  });

  test.each(['--publish never', '--publish=never', '-p onTag', '-lp never', '--publish always'])('nothing is implicit with %s', (told) => {
    const files = { 'package.json': { build: { publish: 'github' } } };
    expect(said(electronBuilderPublishes, seeing(files, { platforms: [platform({ run: [`npx electron-builder ${told}`] })] }))).toEqual([]);
  });
});

describe('Electron Forge', () => {
  const forge = (configuration: unknown, run: string) => made(electronForgeArtifactMissing, { 'package.json': { config: { forge: configuration } } }, run, 'linux');
  const makers = [{ name: '@electron-forge/maker-zip' }, { name: '@electron-forge/maker-dmg', platforms: ['linux'] }, { name: './own-maker' }];

  test('makes what its makers say', () => {
    expect(forge({ makers }, 'npx electron-forge make')).toEqual(["'zip' as out/make/zip/*/*/*.zip", "'dmg' as out/make/*.dmg"]);
    expect(forge({ makers, buildIdentifier: {} }, 'npx electron-forge make -a x64')[0]).toBe("'zip' as out/*/make/zip/*/*/*.zip");
  });

  test.each<[string, unknown, string]>([
    ['targets of a command', { makers }, 'electron-forge make --targets deb'],
    ['another directory', { makers }, 'electron-forge make app'],
    ['what only packs', { makers }, 'electron-forge package'],
    ['what is moved', { makers }, 'electron-forge make && mv out/make release'],
    ['a directory outside', { makers, outDir: '/tmp' }, 'electron-forge make'],
    ['a program', './forge.config.js', 'electron-forge make'],
  ])('nothing is said of %s', (_, configuration, run) => {
    expect(forge(configuration, run)).toEqual([]);
  });
});

describe('Tauri', () => {
  const tauri = (configuration: object, run = 'cargo tauri build', files: Record<string, unknown> = {}, more: Partial<PlatformModel> = {}, system: OperatingSystem = 'linux') =>
    made(tauriArtifactMissing, { 'src-tauri/tauri.conf.json': { bundle: { active: true, targets: 'deb' }, ...configuration }, ...files }, run, system, more);
  const DEB = ["'deb' as src-tauri/target/release/bundle/deb/*.deb"];

  test.each<[string, string, string[]]>([
    ['what the configuration says', 'cargo tauri build', DEB],
    ['what a command says', 'npx tauri build --bundles rpm,AppImage', ["'rpm' as src-tauri/target/release/bundle/rpm/*.rpm", "'appimage' as src-tauri/target/release/bundle/appimage/*.AppImage"]],
    ['for debugging', 'npx tauri build -d', ["'deb' as src-tauri/target/debug/bundle/deb/*.deb"]],
    ['for a triple', 'npx tauri build --target=aarch64-unknown-linux-gnu', ["'deb' as src-tauri/target/aarch64-unknown-linux-gnu/release/bundle/deb/*.deb"]],
    ['from what was built', 'npx tauri build --no-bundle && npx tauri bundle', DEB],
  ])('makes %s', (_, run, expected) => {
    expect(tauri({}, run)).toEqual(expected);
  });

  test.each<[string, unknown, unknown, string, number]>([
    ['all', true, 'all', 'npx tauri build', 1],
    ['an installer', true, ['deb', 'nsis'], 'npx tauri build', 1],
    ['what is not signed', true, ['deb', 'rpm'], 'npx tauri build', 0],
    ['what a command names', true, 'all', 'npx tauri build --bundles dmg', 0],
    ['an archive of old', 'v1Compatible', ['deb'], 'npx tauri build', 1],
  ])('a key is missed for %s', (_, createUpdaterArtifacts, targets, run, times) => {
    const files = { 'src-tauri/tauri.conf.json': { bundle: { active: true, targets, createUpdaterArtifacts } } };
    expect(said(tauriKeyMissing, seeing(files, { platforms: [platform({ run: [run] })] }))).toHaveLength(times);
  });

  test('what is written for one system counts there', () => {
    const files = { 'src-tauri/tauri.linux.conf.json': { bundle: { targets: ['rpm'], active: null } } };
    expect(tauri({}, 'npx tauri build', files)).toEqual([]);
    expect(tauri({}, 'npx tauri bundle', files)).toEqual(["'rpm' as src-tauri/target/release/bundle/rpm/*.rpm"]);
    expect(tauri({ bundle: { active: true } }, 'npx tauri build', files, {}, 'windows')).toEqual(["'msi' as src-tauri/target/release/bundle/msi/*.msi", "'nsis' as src-tauri/target/release/bundle/nsis/*.exe"]);
  });

  test('depth without end is gone into as far as anybody writes', () => {
    const deep = `{"bundle":{"active":true,"targets":"deb","a":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}}`;
    expect(made(tauriArtifactMissing, { 'src-tauri/tauri.conf.json': deep, 'src-tauri/tauri.linux.conf.json': deep }, 'npx tauri build', 'linux')).toEqual(DEB);
  });

  test.each<[string, object, string, Record<string, unknown>, Partial<PlatformModel>]>([
    ['another configuration', {}, 'npx tauri build -c x.json', {}, {}],
    ['another system', {}, 'npx tauri build --target x86_64-pc-windows-msvc', {}, {}],
    ['a profile', {}, 'npx tauri build -- --profile small', {}, {}],
    ['a directory in a variable', {}, 'npx tauri build', {}, { env: { CARGO_TARGET_DIR: 'build' } }],
    ['a directory in a variable of a script', {}, 'npm run dist', { 'package.json': { scripts: { dist: 'cross-env CARGO_TARGET_DIR=build tauri build' } } }, {}],
    ['a directory in a variable of a step', {}, 'npx tauri build', {}, { preBuildSteps: [{ run: 'echo CARGO_TARGET_DIR=build >> "$GITHUB_ENV"' }] }],
    ['what is copied', {}, 'npx tauri build && cp -r ../../target/release/bundle out', {}, {}],
    ['what a step copies', {}, 'npx tauri build', {}, { postBuildSteps: [{ run: 'cp -r ../../target/release/bundle out' }] }],
    ['a directory in the settings of Cargo', {}, 'npx tauri build', { 'src-tauri/.cargo/config.toml': '[build]\ntarget = "x"\n' }, {}],
    ['what does not bundle', { bundle: { targets: 'deb' } }, 'npx tauri build', {}, {}],
    ['version 1', { tauri: {} }, 'npx tauri build', {}, {}],
    ['a file of the system that is broken', {}, 'npx tauri build', { 'src-tauri/tauri.linux.conf.json': '{' }, {}],
    ['what it does not know', { bundle: { active: true, targets: ['constructor'] } }, 'npx tauri build', {}, {}],
  ])('nothing is said of %s', (_, configuration, run, files, more) => {
    expect(tauri(configuration, run, files, more)).toEqual([]);
  });
});
