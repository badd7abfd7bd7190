import { github, javascript, type Project } from 'projen';
import { BuildJob, Credential, FollowUp, Platform, PublishTarget, ReleaseFlag, ReleaseNotes, Repository, Secret, Setup, TagBuild } from '../../../src';

const announce = `on: workflow_dispatch
permissions: {}
jobs:
  announce:
    runs-on: ubuntu-slim
    steps:
      - run: echo It is out
`;

export const before = { 'CHANGELOG.md': '# Changelog\n\n## 1.2.3\n\n- It starts.\n', '.github/workflows/announce.yml': announce };

export function project(outdir: string): Project {
  return new javascript.NodeProject({ outdir, name: 'studio', defaultReleaseBranch: 'main', release: false, packageManager: javascript.NodePackageManager.NPM });
}

const app = Credential.githubApp({ clientId: { variable: 'RELEASER_CLIENT_ID' }, privateKey: { secret: 'RELEASER_KEY' } });
const tap = Secret.required({ secret: 'TAP_TOKEN', purpose: 'pushes to acme/homebrew-tap' });
const wheel = 'pypa/gh-action-pypi-publish@cef221092ed1bacb1cc03d23a2d87d1d172e277b';

/**
 * Everything that can follow a build: two releases, one of them in another repository, what is hard
 * to take back before they are public, what needs their addresses behind, and workflows elsewhere.
 */
export function declare(studio: Project): TagBuild {
  const engine = Repository.github('acme/engine', { path: 'engine' });
  return new TagBuild(studio, 'studio', {
    tags: ['v*.*.*', '!v0.*'],
    repositories: [Repository.self({ path: 'studio' }), engine],
    jobs: [
      BuildJob.of('core', {
        repositories: [engine],
        platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['lib/**'] })],
        handedOn: true,
      }),
      BuildJob.of('desktop', {
        needs: [{ job: 'core', path: 'studio/lib' }],
        setup: [Setup.node('22')],
        platforms: [
          Platform.linuxX64({ run: ['sh package.sh'], artifacts: ['out/studio.{AppImage,appimage}'] }),
          Platform.windowsArm64({ run: ['sh package.sh'], artifacts: ['out/*.exe'], artifactName: 'studio [arm]', allowedToFail: 'The runner is new.' }),
        ],
      }),
      BuildJob.of('packages', {
        platforms: [Platform.linuxX64({ run: ['npm pack', 'make wheel'], artifacts: ['*.tgz', 'dist/*.whl'] })],
        retentionDays: 90,
      }),
    ],
    release: { assetName: '{name}-{version}{ext}' },
    publish: [
      PublishTarget.githubRelease({
        notes: ReleaseNotes.changelog({ path: 'CHANGELOG.md', checksums: true }),
        discussionCategory: 'Announcements',
        environment: 'release',
      }),
      PublishTarget.githubRelease({
        repository: 'acme/studio-releases',
        credential: app,
        title: 'Studio {version}',
        latest: ReleaseFlag.NEVER,
        environment: 'release',
        immutable: true,
      }),
      PublishTarget.npm({ package: '@acme/studio', environment: 'npm' }),
      PublishTarget.steps('pypi', {
        permissions: [{ permission: 'id-token', access: github.workflows.JobPermission.WRITE, reason: 'prove to PyPI which workflow publishes' }],
        environment: 'pypi',
        steps: [
          { name: 'Take the wheels', run: 'mkdir wheels && cp "$RELEASE_DIRECTORY"/*.whl wheels' },
          { name: 'Publish to PyPI', uses: wheel, with: { 'packages-dir': 'wheels' } },
        ],
      }),
      PublishTarget.steps('homebrew', {
        title: 'Homebrew',
        afterRelease: true,
        secrets: [tap],
        environment: 'release',
        steps: [{ name: 'Write the formula', run: 'sha256sum "$RELEASE_DIRECTORY"/*.AppImage', env: { TAP_TOKEN: '${{ secrets.TAP_TOKEN }}' } }],
      }),
      FollowUp.workflow({ workflow: 'announce.yml' }),
      FollowUp.workflow({ repository: 'acme/website', workflow: 'release.yml', credential: app, inputs: { version: '{version}' } }),
    ],
  });
}
