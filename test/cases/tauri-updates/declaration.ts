import { Project } from 'projen';
import { Platform, PublishTarget, Setup, Signing, TagBuild, Updater } from '../../../src';

const configuration = {
  identifier: 'com.acme.notes',
  bundle: { active: true, createUpdaterArtifacts: true },
  plugins: {
    updater: {
      pubkey: 'dW50cnVzdGVkIGNvbW1lbnQ6IG1pbmlzaWduIHB1YmxpYyBrZXkgNjQ5OEU5NUUxMDRFQUU0OQpSV1JKcms0UVh1bVlaR0NpM21abDQ2eFhXenVoSGpwQkh5NUhCWUVVTFE5OXhySHVreHpRakgzeAo=',
      endpoints: ['https://github.com/acme/notes/releases/latest/download/latest.json'],
    },
  },
};

export const before = { 'src-tauri/tauri.conf.json': `${JSON.stringify(configuration, undefined, 2)}\n` };

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'notes' });
}

/** A Tauri app: one of the platforms builds for two architectures. */
export function declare(notes: Project): TagBuild {
  const signing = [Signing.tauriUpdater()];
  const bundle = 'src-tauri/target/release/bundle';
  return new TagBuild(notes, 'notes', {
    setup: [Setup.rust('1.91.0')],
    platforms: [
      Platform.linuxX64({ run: ['cargo tauri build'], artifacts: [`${bundle}/appimage/*.AppImage`], signing }),
      Platform.windowsX64({ run: ['cargo tauri build'], artifacts: [`${bundle}/nsis/*-setup.exe`], signing }),
      Platform.macosArm64({
        run: ['cargo tauri build --target universal-apple-darwin'],
        artifacts: ['src-tauri/target/universal-apple-darwin/release/bundle/dmg/*.dmg', 'src-tauri/target/universal-apple-darwin/release/bundle/macos/*.app.tar.gz'],
        signing,
      }),
    ],
    publish: [PublishTarget.githubRelease({ updater: Updater.tauri({ targets: { 'macos-arm64': ['darwin-aarch64', 'darwin-x86_64'] } }) })],
  });
}
