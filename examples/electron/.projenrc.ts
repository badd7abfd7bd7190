import { Platform, PublishTarget, ReleaseNotes, Setup, Signing, TagBuild, TagBuildProject, Updater } from 'projen-tag-build';

const project = new TagBuildProject({ name: 'clock' });

new TagBuild(project, 'installers', {
  title: 'Clock installers',
  // the app shows the version of its package.json, so that it must be the tag's
  version: { files: ['package.json'] },
  setup: [Setup.node('24'), Setup.npm()],
  // with a lock file of your own: npm ci
  prepare: [{ name: 'Install the dependencies', run: 'npm install' }],
  platforms: [
    Platform.linuxX64({ run: ['npm run package -- --linux --x64'], artifacts: ['dist/*.AppImage'] }),
    Platform.windowsX64({
      run: ['npm run package -- --win --x64'],
      artifacts: ['dist/*.exe'],
      // Azure believes runs of this environment: no secret that could leak is stored for it
      environment: 'release',
      signing: [Signing.azure({ publisher: 'Acme Ltd' })],
    }),
    Platform.macosArm64({
      // one run for both processors, so that electron-builder lists both in one latest-mac.yml
      run: ['npm run package -- --mac --arm64 --x64'],
      artifacts: ['dist/*.dmg', 'dist/*.zip'],
      // required: macOS lets an app that is not signed install no update
      signing: [Signing.electronBuilderMac({ teamId: 'ABCDE12345' })],
    }),
  ],
  // whether the secrets still work is asked each week, and not only when a tag is pushed
  rehearse: { watch: 'weekly' },
  publish: [
    PublishTarget.githubRelease({
      notes: ReleaseNotes.generated(),
      // what installed apps read is put together from all platforms, and compared with the files
      updater: Updater.electronBuilder(),
    }),
  ],
});

project.synth();
