import { BuildJob, Credential, Platform, PublishTarget, ReleaseNotes, Repository, Secret, Setup, type TagBuildOptions } from '../../../src';

const reader = Credential.token({ secret: 'READ_TOKEN' });
const signing = Secret.requiredGroup('Apple signing', { secrets: ['CSC_LINK', 'CSC_KEY_PASSWORD'], purpose: 'signing the dmg' });
const electron = (script: string, file: string) => ({
  script: `build:electron:${script}`,
  artifacts: [file],
  env: { NODE_OPTIONS: '--max-old-space-size=4096' },
  secrets: [signing],
});

/** Declarations written by a person who has read the sample: nothing of it is lost in them. */
export const pairs: Readonly<Record<string, TagBuildOptions>> = {
  'siblings-token': {
    tags: ['desktop-v*'],
    repositories: [
      Repository.self({ path: 'plover-web' }),
      Repository.github('northshore/plover-server', { path: 'plover-server', ref: 'stable', credential: reader }),
      Repository.github('northshore/plover-core', { path: 'plover-core', credential: reader }),
      Repository.github('elsewhere/tide-tables', { path: 'tide-tables', ref: 'v2.1.0' }),
    ],
    setup: [Setup.pnpm('10.28.1'), Setup.node('22'), Setup.python('3.11')],
    prepare: [
      { name: 'Install', run: 'pnpm install --frozen-lockfile' },
      { name: 'Prepare the server', run: 'pnpm install --frozen-lockfile\npnpm run build', workingDirectory: 'plover-server' },
    ],
    platforms: [
      Platform.linuxX64({ ...electron('linux', 'electron-dist/*.AppImage'), runsOn: ['ubuntu-22.04'] }),
      Platform.macosArm64({ ...electron('mac', 'electron-dist/*.dmg') }),
    ],
    retentionDays: 14,
    ignore: { 'unknown-script': 'The app is not here.' },
  },
  'handed-on': {
    tags: ['v*'],
    jobs: [
      BuildJob.of('web', {
        setup: [Setup.node('22')],
        platforms: [Platform.linuxX64({ run: ['npm ci', 'npm run build'], artifacts: ['dist/**'] })],
        workingDirectory: 'web',
        handedOn: true,
      }),
      BuildJob.of('package', {
        needs: [{ job: 'web', path: 'web/dist' }],
        platforms: [Platform.linuxX64, Platform.windowsX64, Platform.macosArm64]
          .map((platform) => platform({ run: ['cargo build --release', 'cargo run --release --package packer'], artifacts: ['out/*'] })),
      }),
    ],
  },
  'electron-forge': {
    tags: ['v[0-9]+.[0-9]+.[0-9]+'],
    setup: [Setup.nodeFrom('.nvmrc'), Setup.apt(['rpm', 'fakeroot', 'dpkg'])],
    prepare: [{ run: 'yarn install --frozen-lockfile' }],
    timeoutMinutes: 45,
    platforms: [
      Platform.linuxX64({ run: ['yarn make --arch=x64'], artifacts: ['out/make/**'] }),
      Platform.windowsX64({ run: ['yarn make --arch=x64'], artifacts: ['out/make/**'], runsOn: ['windows-2022'] }),
      Platform.macosArm64({ run: ['yarn make --arch=arm64'], artifacts: ['out/make/**'] }),
    ],
    publish: [PublishTarget.githubRelease({ notes: ReleaseNotes.generated(), draftOnly: true })],
  },
};
