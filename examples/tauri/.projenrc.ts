import { Platform, PublishTarget, ReleaseNotes, Setup, Signing, TagBuild, TagBuildProject, Updater, VersionMode } from 'projen-tag-build';

const project = new TagBuildProject({ name: 'tally' });

const RUST = '1.95.0';

// the key that installed apps accept updates by; its public half stands in src-tauri/tauri.conf.json
const updates = Signing.tauriUpdater();

new TagBuild(project, 'installers', {
  title: 'Tally installers',
  // the tag alone says which version it is: nobody edits two files before a release
  version: { files: ['src-tauri/tauri.conf.json', 'src-tauri/Cargo.toml'], mode: VersionMode.STAMP },
  prepare: [{ name: 'Install the command of Tauri', run: 'cargo install tauri-cli --version 2.12.5 --locked' }],
  platforms: [
    Platform.linuxX64({
      setup: [Setup.rust(RUST), Setup.apt(['libwebkit2gtk-4.1-dev', 'libayatana-appindicator3-dev', 'librsvg2-dev', 'patchelf'])],
      run: ['cargo tauri build'],
      artifacts: ['src-tauri/target/release/bundle/appimage/*.AppImage'],
      signing: [updates],
    }),
    Platform.windowsX64({
      setup: [Setup.rust(RUST)],
      run: ['cargo tauri build'],
      artifacts: ['src-tauri/target/release/bundle/nsis/*-setup.exe'],
      // who has no certificate yet can release all the same, and the release says so
      signing: [updates, Signing.tauriWindows({ without: 'The installer is not signed; SmartScreen warns.' })],
    }),
    Platform.macosArm64({
      setup: [Setup.rust(RUST, { targets: ['x86_64-apple-darwin'] })],
      // one app for both processors
      run: ['cargo tauri build --target universal-apple-darwin'],
      artifacts: [
        'src-tauri/target/universal-apple-darwin/release/bundle/dmg/*.dmg',
        'src-tauri/target/universal-apple-darwin/release/bundle/macos/*.app.tar.gz',
      ],
      signing: [updates, Signing.tauriMac({ without: 'The app is not notarized; Gatekeeper warns.' })],
    }),
  ],
  publish: [
    PublishTarget.githubRelease({
      notes: ReleaseNotes.generated(),
      // latest.json: installed apps of both processors find the one file for macOS
      updater: Updater.tauri({ targets: { 'macos-arm64': ['darwin-aarch64', 'darwin-x86_64'] } }),
    }),
  ],
});

project.synth();
