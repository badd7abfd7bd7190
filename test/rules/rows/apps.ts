import { type BuildJobOptions, Platform, type PlatformOptions, PublishTarget, Secret, Signing, type TagBuildOptions, Updater } from '../../../src';
import type { Case } from '../../cases/case';
import { build, type Row } from '../row';

/** A build of an app whose own files lie there; what is no text is written as JSON. */
export function app(before: Readonly<Record<string, unknown>>, platforms: BuildJobOptions['platforms'], options: Partial<TagBuildOptions> = {}): Case {
  const files = Object.entries(before).map(([file, content]): [string, string] => [file, typeof content === 'string' ? content : JSON.stringify(content)]);
  return { ...build({ platforms, ...options }), before: Object.fromEntries(files) };
}

const linux = (options: Partial<PlatformOptions> = {}) => Platform.linuxX64({ script: 'dist', artifacts: ['dist/*.AppImage'], ...options });
const electron = (configuration: object, dist = 'electron-builder --linux AppImage --publish never') => ({ 'package.json': { scripts: { dist }, build: configuration } });
const github = { publish: { provider: 'github' } };
const NEVER = 'Add --publish never: what is built here is published when all platforms are done.';

const mac = (...artifacts: string[]) => Platform.macosArm64({ script: 'dist', artifacts });
const macTargets = (...target: string[]) => electron({ ...github, mac: { target } }, 'electron-builder --mac --publish never');
const updated: Partial<TagBuildOptions> = { publish: [PublishTarget.githubRelease({ updater: Updater.electronBuilder() })] };

const forge = (makers: unknown, dist = 'electron-forge make', more: object = {}) => ({ 'package.json': { scripts: { dist }, config: { forge: { makers, ...more } } } });
const maker = (name: string, platforms?: string[]) => ({ name: `@electron-forge/maker-${name}`, platforms });

const CONFIGURATION = 'src-tauri/tauri.conf.json';
export const PUBLIC_KEY = 'dW50cnVzdGVkIGNvbW1lbnQ6IG1pbmlzaWduIHB1YmxpYyBrZXkgNjQ5OEU5NUUxMDRFQUU0OQpSV1JKcms0UVh1bVlaR0NpM21abDQ2eFhXenVoSGpwQkh5NUhCWUVVTFE5OXhySHVreHpRakgzeAo=';
const tauri = (configuration: object = {}) => ({ [CONFIGURATION]: { identifier: 'com.acme.notes', bundle: { active: true }, ...configuration } });
const bundle = 'src-tauri/target/release/bundle';
const tauriLinux = (run: string, ...artifacts: string[]) => linux({ script: undefined, run: [run], artifacts });
const signed = (configuration: object, bundling: object = {}) => ({
  ...tauri({ bundle: { active: true, createUpdaterArtifacts: true, ...bundling }, plugins: { updater: { pubkey: PUBLIC_KEY } }, ...configuration }),
});
const signing = (...words: Signing[]) => linux({ script: undefined, run: ['cargo tauri build'], artifacts: [`${bundle}/*/*`], signing: words });

/** What the app's own files say. */
export const appRows: readonly Row[] = [
  {
    rule: 'electron-builder-publishes',
    bad: app(electron(github, 'vite build && electron-builder --linux AppImage'), [linux()]),
    says: ["platforms[0] linux-x64: 'electron-builder --linux AppImage' of the script 'dist' publishes by itself when a tag is built: publish in build in package.json names github.", NEVER],
    good: app(electron(github), [linux()]),
  },
  {
    rule: 'electron-builder-publishes',
    bad: app({ 'package.json': {}, 'electron-builder.yml': 'linux:\n  publish: [generic, s3, s3]\n' }, [linux({ script: undefined, run: ['npx electron-builder'] })]),
    says: ["platforms[0] linux-x64: 'electron-builder' publishes by itself when a tag is built: publish in electron-builder.yml names s3.", NEVER],
    good: app({ 'package.json': {}, 'electron-builder.yml': 'publish: s3\nlinux:\n  publish: [generic]\n' }, [linux({ script: undefined, run: ['npx electron-builder'] })]),
  },
  {
    rule: 'electron-builder-publishes',
    bad: app(electron({}, 'electron-builder'), [linux({ secrets: [Secret.required({ secret: 'GH_TOKEN', purpose: 'reading releases' })] })]),
    says: ["platforms[0] linux-x64: 'electron-builder' of the script 'dist' publishes by itself when a tag is built: it has a token in GH_TOKEN.", NEVER],
    good: app(electron({}, 'electron-builder'), [linux()]),
  },
  {
    rule: 'electron-builder-artifact-missing',
    bad: app(electron({ directories: { output: 'release' }, linux: { target: ['AppImage', 'deb'] }, deb: { artifactName: 'notes_${version}.${ext}' } }, 'electron-builder --publish never'), [linux({ artifacts: ['release/*.AppImage', 'release/notes-*.deb'] })]),
    says: [
      "platforms[0] linux-x64: electron-builder makes 'deb' as release/notes_*.deb, and no artifact pattern matches it: there are 'release/*.AppImage' and 'release/notes-*.deb'.",
      "Add 'release/notes_*.deb' to artifacts, or let electron-builder not make it.",
    ],
    good: app(electron({ directories: { output: 'release' }, linux: { target: ['AppImage', 'deb'] }, deb: { artifactName: 'notes-${version}.${ext}' } }, 'electron-builder --publish never'), [linux({ artifacts: ['release/*.AppImage', 'release/notes-*.deb'] })]),
  },
  {
    rule: 'electron-builder-artifact-missing',
    bad: app(electron({}, 'electron-builder --publish never'), [mac('out/*.dmg')]),
    says: [
      "platforms[0] macos-arm64: electron-builder makes 'zip' as dist/*.zip and 'dmg' as dist/*.dmg, and no artifact pattern matches them: there are 'out/*.dmg'.",
      "Add 'dist/*.zip' to artifacts, or let electron-builder not make it.",
    ],
    // nobody misses a zip beside a dmg, nor what nobody has asked for
    good: app(electron({ mac: { target: ['dmg', 'zip'] } }, 'electron-builder --publish never'), [mac('dist/*.dmg'), linux({ script: undefined, run: ['npx electron-builder -l --publish never'] })]),
  },
  {
    rule: 'electron-builder-artifact-missing',
    bad: app({ 'package.json': {}, 'electron-builder.yml': 'win:\n  artifactName: setup.${ext}\n' }, [Platform.windowsX64({ run: ['npx electron-builder --win nsis msi:x64 -p never'], artifacts: ['dist/setup.exe'] })]),
    says: ["platforms[0] windows-x64: electron-builder makes 'msi' as dist/setup.msi, and no artifact pattern matches it: there are 'dist/setup.exe'.", "Add 'dist/setup.msi' to artifacts, or let electron-builder not make it."],
    good: app({ 'package.json': {}, 'electron-builder.yml': 'extends: ./base.yml\nwin:\n  artifactName: setup.${ext}\n' }, [Platform.windowsX64({ run: ['npx electron-builder --win nsis msi:x64 -p never'], artifacts: ['dist/setup.exe'] })]),
  },
  {
    rule: 'electron-builder-zip-missing',
    bad: app(macTargets('dmg'), [mac('dist/*.dmg', 'dist/*.zip')], updated),
    says: ["platforms[0] macos-arm64: electron-builder makes 'dmg', and no 'zip', which updates on macOS are made of.", 'Add zip to the targets, for instance "mac": { "target": ["dmg", "zip"] }.'],
    good: app(macTargets('default'), [mac('dist/*.dmg', 'dist/*.zip')], updated),
  },
  {
    rule: 'electron-forge-publishes',
    bad: app(forge([], 'electron-forge publish', { publishers: [{ name: '@electron-forge/publisher-github' }] }), [linux()]),
    says: [
      "platforms[0] linux-x64: 'electron-forge publish' publishes by itself by @electron-forge/publisher-github, before all platforms are built.",
      'Build by electron-forge make: what is built here is published when all platforms are done.',
    ],
    good: app(forge([], 'electron-forge make', { publishers: [{ name: '@electron-forge/publisher-github' }] }), [linux()]),
  },
  {
    rule: 'electron-forge-publishes',
    bad: app({ 'package.json': { scripts: { dist: 'electron-forge publish' }, config: { forge: './forge.config.js' } } }, [linux()]),
    says: ["platforms[0] linux-x64: 'electron-forge publish' publishes by itself, before all platforms are built.", 'Build by electron-forge make: what is built here is published when all platforms are done.'],
    good: app(forge([], 'electron-forge publish'), [linux()]),
  },
  {
    rule: 'electron-forge-artifact-missing',
    bad: app(forge([maker('deb'), maker('rpm'), maker('squirrel'), maker('zip', ['darwin']), {}], 'electron-forge make --arch=x64'), [linux({ artifacts: ['out/make/deb/x64/*.deb'] })]),
    says: ["platforms[0] linux-x64: Electron Forge makes 'rpm' as out/make/rpm/*/*.rpm, and no artifact pattern matches it: there are 'out/make/deb/x64/*.deb'.", "Add 'out/make/rpm/*/*.rpm' to artifacts, or let Electron Forge not make it."],
    good: app(forge([maker('deb'), maker('rpm'), maker('squirrel'), maker('zip', ['darwin']), {}], 'electron-forge make --arch=x64'), [linux({ artifacts: ['out/make/**/*.deb', 'out/make/*/*/*.rpm'] })]),
  },
  {
    rule: 'electron-forge-artifact-missing',
    bad: app(forge([maker('dmg')], 'electron-forge make', { outDir: 'release', buildIdentifier: 'beta' }), [mac('release/make/*.dmg')]),
    says: ["platforms[0] macos-arm64: Electron Forge makes 'dmg' as release/beta/make/*.dmg, and no artifact pattern matches it: there are 'release/make/*.dmg'.", "Add 'release/beta/make/*.dmg' to artifacts, or let Electron Forge not make it."],
    good: app(forge([maker('dmg'), maker('zip')], 'electron-forge make', { outDir: 'release' }), [mac('release/make/*.dmg')]),
  },
  {
    rule: 'tauri-identifier-refused',
    bad: app(tauri({ identifier: 'com.tauri.dev' }), [tauriLinux('cargo tauri build', `${bundle}/deb/*.deb`)]),
    says: ["platforms[0] linux-x64: the identifier in src-tauri/tauri.conf.json is 'com.tauri.dev', with which Tauri builds nothing.", "Write one of your own out of letters, digits, '-' and '.', for instance 'com.example.notes'."],
    // as it is merged on this system
    good: app({ ...tauri({ identifier: 'com.tauri.dev' }), 'src-tauri/tauri.linux.conf.json': { identifier: 'com.acme.notes' } }, [tauriLinux('cargo tauri build', `${bundle}/deb/*.deb`)]),
  },
  {
    rule: 'tauri-identifier-refused',
    bad: app(tauri({ identifier: 'com.acme.my_notes' }), [tauriLinux('cargo tauri build', `${bundle}/deb/*.deb`)]),
    says: ["platforms[0] linux-x64: the identifier in src-tauri/tauri.conf.json is 'com.acme.my_notes', with which Tauri builds nothing.", "Write one of your own out of letters, digits, '-' and '.', for instance 'com.example.notes'."],
    good: app(tauri({ identifier: 'com.tauri.dev' }), [tauriLinux('cargo tauri build --config release.json', `${bundle}/deb/*.deb`)]),
  },
  {
    rule: 'tauri-bundle-inactive',
    bad: app(tauri({ bundle: {} }), [tauriLinux('cargo tauri build', `${bundle}/deb/*.deb`)]),
    says: ["platforms[0] linux-x64: bundle.active in src-tauri/tauri.conf.json is not true, so that Tauri bundles nothing, and 'src-tauri/target/release/bundle/deb/*.deb' asks for a bundle.", 'Write "bundle": { "active": true }, or name bundles: tauri build --bundles.'],
    good: app(tauri({ bundle: {} }), [tauriLinux('cargo tauri build --no-bundle && cargo tauri bundle -b deb', `${bundle}/deb/*.deb`), Platform.windowsX64({ run: ['cargo tauri build'], artifacts: ['src-tauri/target/release/notes.exe'] })]),
  },
  {
    rule: 'tauri-artifact-missing',
    bad: app(tauri({ bundle: { active: true, targets: ['deb', 'AppImage', 'nsis'] } }), [tauriLinux('cargo tauri build', `${bundle}/deb/*.deb`)]),
    says: ["platforms[0] linux-x64: Tauri makes 'appimage' as src-tauri/target/release/bundle/appimage/*.AppImage, and no artifact pattern matches it: there are 'src-tauri/target/release/bundle/deb/*.deb'.", "Add 'src-tauri/target/release/bundle/appimage/*.AppImage' to artifacts, or let Tauri not make it."],
    good: app(tauri(), [tauriLinux('cargo tauri build', 'target/release/bundle/deb/*.deb')]),
  },
  {
    rule: 'tauri-artifact-missing',
    bad: app(tauri(), [Platform.macosArm64({ run: ['npx tauri build --target universal-apple-darwin'], artifacts: [`${bundle}/dmg/*.dmg`] })]),
    says: [
      "platforms[0] macos-arm64: Tauri makes 'app' as src-tauri/target/universal-apple-darwin/release/bundle/macos/*.app and 'dmg' as src-tauri/target/universal-apple-darwin/release/bundle/dmg/*.dmg, and no artifact pattern matches them: there are 'src-tauri/target/release/bundle/dmg/*.dmg'.",
      "Add 'src-tauri/target/universal-apple-darwin/release/bundle/macos/*.app' to artifacts, or let Tauri not make it.",
    ],
    good: app(tauri(), [Platform.macosArm64({ run: ['npx tauri build --target universal-apple-darwin -b app,dmg'], artifacts: ['src-tauri/target/*/release/bundle/dmg/*.dmg'] })]),
  },
  {
    rule: 'tauri-artifact-missing',
    bad: app(tauri(), [tauriLinux('cargo tauri build', 'build/bundle/deb/*.deb')]),
    says: [
      "platforms[0] linux-x64: Tauri makes 'appimage' as src-tauri/target/release/bundle/appimage/*.AppImage, 'deb' as src-tauri/target/release/bundle/deb/*.deb and 'rpm' as src-tauri/target/release/bundle/rpm/*.rpm, and no artifact pattern matches them: there are 'build/bundle/deb/*.deb'.",
      "Add 'src-tauri/target/release/bundle/appimage/*.AppImage' to artifacts, or let Tauri not make it.",
    ],
    good: app({ ...tauri(), '.cargo/config.toml': '[build]\ntarget-dir = "build"\n' }, [tauriLinux('cargo tauri build', 'build/bundle/deb/*.deb')]),
  },
  {
    rule: 'tauri-key-missing',
    bad: app(signed({}), [signing()]),
    says: ['platforms[0] linux-x64: bundle.createUpdaterArtifacts in src-tauri/tauri.conf.json is on, and the build has no TAURI_SIGNING_PRIVATE_KEY, without which Tauri fails.', 'Declare signing: [Signing.tauriUpdater()].'],
    good: app(signed({}), [signing(Signing.tauriUpdater())]),
  },
  {
    rule: 'tauri-key-missing',
    bad: app(signed({}, { createUpdaterArtifacts: undefined }), [signing(Signing.tauriUpdater())]),
    says: ['platforms[0] linux-x64: is given TAURI_SIGNING_PRIVATE_KEY, and bundle.createUpdaterArtifacts in src-tauri/tauri.conf.json is not on, so that nothing is signed.', 'Write "bundle": { "createUpdaterArtifacts": true }, or leave the key out.'],
    good: app(signed({}, { createUpdaterArtifacts: 'v1Compatible' }), [signing(Signing.tauriUpdater())]),
  },
  {
    rule: 'tauri-key-missing',
    bad: app(signed({ plugins: { updater: { pubkey: 'notes.pub' } } }), [signing(Signing.tauriUpdater())]),
    says: ['platforms[0] linux-x64: plugins.updater.pubkey in src-tauri/tauri.conf.json is no public key in base64, as it stands in the file that ends in .pub.', 'Write the public key there: the content of the file that ends in .pub.'],
    good: app(signed({}, { createUpdaterArtifacts: false }), [signing()]),
  },
  {
    rule: 'tauri-script-missing',
    bad: app({ ...tauri({ build: { beforeBuildCommand: 'npm run biuld' } }), 'package.json': { scripts: { build: 'vite build' } } }, [tauriLinux('cargo tauri build', `${bundle}/deb/*.deb`)]),
    says: ["platforms[0] linux-x64: build.beforeBuildCommand in src-tauri/tauri.conf.json runs the script 'biuld', which package.json does not have.", "Did you mean 'build'?"],
    good: app({ ...tauri({ build: { beforeBuildCommand: 'npm run biuld --if-present && pnpm run build' } }), 'package.json': { scripts: { build: 'vite build' } } }, [tauriLinux('cargo tauri build', `${bundle}/deb/*.deb`)]),
  },
  {
    rule: 'tauri-script-missing',
    bad: app({ ...tauri({ build: { beforeBundleCommand: { script: 'pnpm run sign' } } }), 'package.json': {} }, [tauriLinux('npx tauri bundle', `${bundle}/deb/*.deb`)]),
    says: ["platforms[0] linux-x64: build.beforeBundleCommand in src-tauri/tauri.conf.json runs the script 'sign', which package.json does not have.", 'Add it to the scripts of package.json.'],
    good: app({ ...tauri({ build: { beforeBundleCommand: { script: 'pnpm run sign', cwd: '../web' } } }), 'package.json': {} }, [tauriLinux('npx tauri bundle', `${bundle}/deb/*.deb`)]),
  },
];
