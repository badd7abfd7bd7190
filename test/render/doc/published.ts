import { build } from './several-jobs';
import { Credential, FollowUp, Platform, PublishTarget, ReleaseFlag, ReleaseNotes, Repository, Secret, Updater } from '../../../src';
import type { Model } from '../../../src/model/model';

const platforms = [
  Platform.linuxX64({ run: ['make'], artifacts: ['out/*.AppImage', 'out/*.tgz', 'out/app.cdx.json'] }),
  Platform.windowsX64({ run: ['make'], artifacts: ['out/*.exe'], allowedToFail: 'The installer is new.' }),
];

/** A build whose results become a release in its own repository, and nothing else. */
export const released: Model = build({ platforms: platforms.slice(0, 1), publish: [PublishTarget.githubRelease()] });

/** A build of which a package becomes public, and no release. */
export const packaged: Model = build({ platforms: platforms.slice(0, 1), publish: [PublishTarget.npm({ package: '@acme/desktop' })] });

/** A release that a person makes public, with jobs before and behind it. */
export const draftsOnly: Model = build({
  platforms: platforms.slice(0, 1),
  publish: [
    PublishTarget.githubRelease({ draftOnly: true, discussionCategory: 'Announcements' }),
    PublishTarget.steps('pypi', { steps: [{ name: 'Upload', run: 'sh upload.sh' }] }),
    PublishTarget.steps('announce', { steps: [{ name: 'Tell', run: 'sh tell.sh' }], afterRelease: true }),
  ],
});

const app = Credential.githubApp({ clientId: { variable: 'APP_ID' }, privateKey: { secret: 'APP_KEY' } });

/** Two releases, a package, own jobs before and after, and what follows. */
export const published: Model = build({
  repositories: [Repository.self(), Repository.github('acme/engine')],
  platforms,
  publish: [
    PublishTarget.githubRelease({
      repository: 'acme/releases',
      credential: app,
      title: 'Desktop {version}',
      notes: ReleaseNotes.changelog({ checksums: true }),
      environment: 'release',
      immutable: true,
      discussionCategory: 'Announcements',
      attest: true,
      sbom: '*.cdx.json',
      updater: Updater.electronBuilder(),
    }),
    PublishTarget.githubRelease({ latest: ReleaseFlag.NEVER, draftOnly: true }),
    PublishTarget.npm({ package: '@acme/desktop', environment: 'npm' }),
    PublishTarget.steps('pypi', { steps: [{ name: 'Upload', run: 'sh upload.sh' }] }),
    PublishTarget.steps('homebrew', {
      steps: [{ name: 'Push the cask', run: 'sh cask.sh', env: { KEY: '${{ secrets.TAP_KEY }}' } }],
      secrets: [Secret.required({ secret: 'TAP_KEY', purpose: 'pushes to the tap' })],
      afterRelease: true,
    }),
    FollowUp.workflow({ workflow: 'site.yml', repository: 'acme/site', credential: Credential.token({ secret: 'SITE_TOKEN' }), inputs: { version: '{version}' } }),
  ],
});
