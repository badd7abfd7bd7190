import { Project } from 'projen';
import { Platform, PublishTarget, Signing, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'suite' });
}

/** What each tool needs around the build: what is required and what is not, by files, by tokens, and with two ways of signing at once. */
export function declare(suite: Project): void {
  new TagBuild(suite, 'studio', {
    tags: ['studio-v*'],
    platforms: [
      Platform.macosArm64({
        run: ['npm run package'],
        artifacts: ['dist/*.dmg', 'dist/*.zip'],
        signing: [Signing.electronBuilderMac({ teamId: 'ABCDE12345' })],
      }),
      Platform.windowsX64({
        run: ['npm run package'],
        artifacts: ['dist/*.exe'],
        // by which Azure knows the run
        environment: 'signing',
        signing: [Signing.azure({ publisher: 'Acme Ltd' })],
      }),
    ],
    publish: [PublishTarget.githubRelease()],
  });
  const updates = Signing.tauriUpdater({ password: false });
  new TagBuild(suite, 'player', {
    tags: ['player-v*'],
    platforms: [
      Platform.macosArm64({
        run: ['npx tauri build'],
        artifacts: ['src-tauri/target/release/bundle/dmg/*.dmg', 'src-tauri/target/release/bundle/macos/*.app.tar.gz*'],
        signing: [Signing.tauriMac({ without: 'The app is not signed, and macOS asks before it opens it.' }), updates],
      }),
      Platform.windowsX64({
        run: ['npx tauri build'],
        artifacts: ['src-tauri/target/release/bundle/nsis/*'],
        signing: [Signing.tauriWindows({ without: 'The installer is not signed, and SmartScreen warns.' }), updates],
      }),
    ],
    publish: [PublishTarget.githubRelease()],
  });
}
