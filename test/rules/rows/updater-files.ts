import { app, PUBLIC_KEY } from './apps';
import { type BuildJobOptions, Platform, PublishTarget, Secret, Signing, type TagBuildOptions, Updater } from '../../../src';
import type { Row } from '../row';

type Platforms = BuildJobOptions['platforms'];

/** What is published for installed apps. */
const released: Partial<TagBuildOptions> = { publish: [PublishTarget.githubRelease()] };
const updated: Partial<TagBuildOptions> = { publish: [PublishTarget.githubRelease({ updater: Updater.electronBuilder() })] };
const csc = Secret.requiredGroup('Apple signing', { secrets: ['CSC_LINK', 'CSC_KEY_PASSWORD'] });

const electron = (configuration: object, dependencies: object = { 'electron-updater': '^6.6.2' }) => ({
  'package.json': { scripts: { dist: 'electron-builder --publish never' }, dependencies, build: { publish: { provider: 'github' }, ...configuration } },
});
const windows = (...artifacts: string[]) => Platform.windowsX64({ script: 'dist', artifacts });
const mac = (artifacts: string[], secrets: Secret[] = [csc]) => Platform.macosArm64({ script: 'dist', artifacts, secrets });
const on = (platforms: Platforms, configuration: object = {}, options = released) => app(electron(configuration), platforms, options);

const bundles = 'src-tauri/target/release/bundle';
const tauri = (bundle: object) => ({
  'src-tauri/tauri.conf.json': { identifier: 'com.acme.notes', bundle: { active: true, ...bundle }, plugins: { updater: { pubkey: PUBLIC_KEY } } },
});
const key = [Signing.tauriUpdater()];
const tauriMac = (artifacts: string[]) => Platform.macosArm64({ run: ['cargo tauri build'], artifacts, signing: key });
const tauriWindows = (artifacts: string[], signing = key) => Platform.windowsX64({ run: ['cargo tauri build -b nsis'], artifacts, signing });
const tauriLinux = (...artifacts: string[]) => Platform.linuxX64({ run: ['cargo tauri build'], artifacts, signing: key });
const made = { createUpdaterArtifacts: true };

/** What the app's own files say of updates, against what is collected of them. */
export const updaterFileRows: readonly Row[] = [
  {
    rule: 'electron-updater-uncollected',
    bad: on([windows('dist/*.exe')]),
    says: [
      "platforms[0] windows-x64: electron-builder writes 'dist/latest.yml', by which installed apps update themselves, and no artifact pattern matches it.",
      "Add 'dist/latest.yml' to artifacts; updater: Updater.electronBuilder() of the release collects metadata by itself.",
    ],
    good: on([windows('dist/*.exe')], {}, updated),
  },
  {
    rule: 'electron-updater-uncollected',
    bad: on([mac(['out/*.dmg'])], { directories: { output: 'out/' }, publish: [{ provider: 's3', bucket: 'updates' }] }),
    says: [
      "platforms[0] macos-arm64: electron-builder writes 'out/*-mac.yml' and 'out/*.zip', by which installed apps update themselves, and no artifact pattern matches them.",
      "Add 'out/*-mac.yml' and 'out/*.zip' to artifacts; updater: Updater.electronBuilder() of the release collects metadata by itself.",
    ],
    // what is not signed cannot update itself there
    good: on([mac(['out/*.dmg'], [])], { directories: { output: 'out' } }),
  },
  {
    rule: 'electron-updater-uncollected',
    bad: on([Platform.linuxArm64({ script: 'dist', artifacts: ['dist/*.AppImage', 'dist/*.snap'] })], { publish: { provider: 'github', channel: 'beta' }, linux: { target: ['AppImage', 'snap'] } },
      { publish: [PublishTarget.steps('upload', { steps: [{ run: 'rclone copy "$FILES" updates:' }] })] }),
    says: [
      "platforms[0] linux-arm64: electron-builder writes 'dist/beta-linux-arm64.yml', by which installed apps update themselves, and no artifact pattern matches it.",
      "Add 'dist/beta-linux-arm64.yml' to artifacts.",
    ],
    // nothing is published, or nothing updates itself
    good: on([windows('dist/*.exe')], {}, {}),
  },
  {
    rule: 'electron-updater-unwritten',
    bad: app(electron({}, {}), [windows('dist/*.exe', 'dist/latest-win.yml'), mac(['dist/*.dmg', 'dist/latest.yml', 'dist/*.blockmap'], [])]),
    says: [
      "platforms[0] windows-x64: artifacts ask for 'dist/latest-win.yml', and electron-builder writes 'latest.yml' here.",
      "Write 'dist/latest.yml'.",
      "platforms[1] macos-arm64: artifacts ask for 'dist/latest.yml', and electron-builder writes 'latest-mac.yml' here.",
      "Write 'dist/latest-mac.yml'.",
    ],
    good: app(electron({}, {}), [windows('dist/*.exe', 'dist/latest.yml'), mac(['dist/*.dmg', 'dist/latest*.yml', 'dist/*.blockmap'], [])]),
  },
  {
    rule: 'electron-updater-unwritten',
    bad: app(electron({ publish: null, linux: { target: 'AppImage' } }, {}), [Platform.linuxX64({ script: 'dist', artifacts: ['dist/*.AppImage', 'dist/*.blockmap', 'dist/latest*.yml'] })]),
    says: [
      "platforms[0] linux-x64: artifacts ask for 'dist/*.blockmap', and on Linux electron-builder writes no blockmaps beside its files.",
      'Leave it out: what updates need of it is a part of the files.',
      "platforms[0] linux-x64: artifacts ask for 'dist/latest*.yml', and electron-builder writes no metadata of updates here: publish in build in package.json is null.",
      'Leave it out.',
    ],
    // what a hook writes is not known
    good: app(electron({ publish: null, linux: { target: 'AppImage' }, afterAllArtifactBuild: './feed.js' }, {}), [Platform.linuxX64({ script: 'dist', artifacts: ['dist/*.AppImage', 'dist/latest*.yml'] })]),
  },
  {
    rule: 'electron-updater-unwritten',
    bad: app(electron({ win: { target: [{ target: 'portable', arch: ['x64'] }] } }, {}), [windows('dist/*.exe', 'dist/latest.yml')]),
    says: ["platforms[0] windows-x64: artifacts ask for 'dist/latest.yml', and electron-builder writes no metadata of updates here: nothing updates itself by 'portable'.", 'Leave it out.'],
    // both architectures are built here
    good: app(electron({ linux: { target: [{ target: 'AppImage', arch: ['x64', 'arm64'] }] } }, {}), [Platform.linuxX64({ script: 'dist', artifacts: ['dist/*.AppImage', 'dist/latest-linux.yml', 'dist/latest-linux-arm64.yml'] })]),
  },
  {
    rule: 'tauri-updater-uncollected',
    bad: app(tauri(made), [tauriMac([`${bundles}/dmg/*.dmg`, `${bundles}/macos/*.app.tar.gz`]), tauriWindows([`${bundles}/nsis/*.exe`])], released),
    says: [
      "platforms[0] macos-arm64: Tauri makes 'src-tauri/target/release/bundle/macos/*.app.tar.gz.sig', of which updates are made, and no artifact pattern matches it.",
      "Add 'src-tauri/target/release/bundle/macos/*.app.tar.gz.sig' to artifacts; updater: Updater.tauri() of the release collects signatures by itself.",
      "platforms[1] windows-x64: Tauri makes 'src-tauri/target/release/bundle/nsis/*.exe.sig', of which updates are made, and no artifact pattern matches it.",
      "Add 'src-tauri/target/release/bundle/nsis/*.exe.sig' to artifacts; updater: Updater.tauri() of the release collects signatures by itself.",
    ],
    good: app(tauri(made), [tauriMac([`${bundles}/dmg/*.dmg`, `${bundles}/macos/*.app.tar.gz*`]), tauriWindows([`${bundles}/nsis/*`])], released),
  },
  {
    rule: 'tauri-updater-uncollected',
    bad: app(tauri({ createUpdaterArtifacts: 'v1Compatible', targets: ['appimage', 'deb'] }), [tauriLinux(`${bundles}/*/*.deb`, `${bundles}/appimage/*.AppImage`, `${bundles}/appimage/*.gz`)],
      { publish: [PublishTarget.steps('upload', { steps: [{ run: 'rclone copy "$FILES" updates:' }] })] }),
    says: [
      "platforms[0] linux-x64: Tauri makes 'src-tauri/target/release/bundle/appimage/*.AppImage.sig', of which updates are made, and no artifact pattern matches it.",
      "Add 'src-tauri/target/release/bundle/appimage/*.AppImage.sig' to artifacts.",
    ],
    // either kind will do, and for Linux any of its bundles
    good: app(tauri({ createUpdaterArtifacts: 'v1Compatible' }), [tauriWindows([`${bundles}/nsis/*.exe`, `${bundles}/nsis/*.exe.sig`]), tauriLinux(`${bundles}/deb/*.deb`, `${bundles}/deb/*.sig`)], released),
  },
  {
    rule: 'tauri-updater-uncollected',
    bad: app(tauri(made), [tauriWindows(['target/release/bundle/nsis/*.exe'])], released),
    // a workspace is built in its root
    says: [
      "platforms[0] windows-x64: Tauri makes 'target/release/bundle/nsis/*.exe.sig', of which updates are made, and no artifact pattern matches it.",
      "Add 'target/release/bundle/nsis/*.exe.sig' to artifacts; updater: Updater.tauri() of the release collects signatures by itself.",
    ],
    // nothing is published
    good: app(tauri(made), [tauriWindows([`${bundles}/nsis/*.exe`])]),
  },
  {
    rule: 'tauri-updater-unwritten',
    bad: app(tauri({}), [tauriWindows([`${bundles}/nsis/*.exe`, `${bundles}/nsis/*.exe.sig`], [])]),
    says: [
      "platforms[0] windows-x64: artifacts ask for 'src-tauri/target/release/bundle/nsis/*.exe.sig', and bundle.createUpdaterArtifacts in src-tauri/tauri.conf.json is not on, so that Tauri makes none.",
      'Write "bundle": { "createUpdaterArtifacts": true }, or leave the pattern out.',
    ],
    good: app(tauri(made), [tauriWindows([`${bundles}/nsis/*.exe`, `${bundles}/nsis/*.exe.sig`])]),
  },
  {
    rule: 'tauri-updater-unwritten',
    bad: app(tauri(made), [tauriWindows([`${bundles}/nsis/*.exe`, `${bundles}/nsis/*.nsis.zip`])]),
    says: [
      "platforms[0] windows-x64: artifacts ask for 'src-tauri/target/release/bundle/nsis/*.nsis.zip', and bundle.createUpdaterArtifacts in src-tauri/tauri.conf.json is true, which makes no such file.",
      "Name the installer itself, with '.sig' behind it; or write \"v1Compatible\" there.",
    ],
    good: app(tauri({ createUpdaterArtifacts: 'v1Compatible' }), [tauriWindows([`${bundles}/nsis/*.exe`, `${bundles}/nsis/*.nsis.zip`])]),
  },
];
