import type { Project } from 'projen';
import { Credential, Platform, PublishTarget, Repository, Secret, Setup, TagBuild } from '../src';

/** All or none: the app's build script turns notarization on by `APPLE_TEAM_ID` alone. */
const apple = Secret.optionalGroup('Apple signing and notarization', {
  secrets: [
    'CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_SIGNING_IDENTITY',
    'APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID',
  ],
  purpose: 'signing and notarizing the dmg',
  without: 'The dmg is unsigned; Gatekeeper warns.',
  // notarization needs the timestamps that this leaves out
  envWithout: { NO_TIMESTAMP: '1' },
});

const mac = { script: 'build:electron:mac', artifacts: ['electron-dist/*.dmg'], secrets: [apple] };

/**
 * The AutoByteus desktop app, built from four repositories side by side.
 *
 * @param main the app's own repository: named, or `Repository.self()` inside it
 */
export function referenceBuild(project: Project, main: Repository): TagBuild {
  return new TagBuild(project, 'desktop-tag-build', {
    title: 'Desktop Tag Build',
    tags: ['desktop-v*.*.*'],
    repositories: [
      main,
      Repository.github('AutoByteus/autobyteus-server-ts', {
        credential: Credential.token({ secret: 'CI_REPO_READ_TOKEN' }),
      }),
      Repository.github('AutoByteus/autobyteus-ts'),
      Repository.github('ryan-zheng-teki/repository_prisma'),
    ],
    setup: [Setup.node('22'), Setup.pnpm('10.28.1'), Setup.python('3.11')],
    prepare: [
      {
        name: 'Write the workspace manifest',
        workingDirectory: '.',
        run: [
          "# the server depends on 'autobyteus-ts: workspace:*'",
          "cat > pnpm-workspace.yaml <<'EOF'",
          'packages:',
          '  - autobyteus-web',
          '  - autobyteus-server-ts',
          '  - autobyteus-ts',
          '  - repository_prisma',
          'EOF',
        ].join('\n'),
      },
      {
        name: 'Install the dependencies of autobyteus-ts',
        workingDirectory: 'autobyteus-ts',
        run: 'pnpm install --ignore-workspace --frozen-lockfile',
      },
      {
        name: 'Install the dependencies of the app',
        // its lock file on the main branch is out of step with its package.json
        run: 'pnpm install --ignore-workspace --no-frozen-lockfile',
      },
    ],
    platforms: [
      Platform.linuxX64({ script: 'build:electron:linux', artifacts: ['electron-dist/*.AppImage'] }),
      Platform.windowsX64({
        script: 'build:electron:windows',
        artifacts: ['electron-dist/*.exe'],
        // node-pty is built by node-gyp 9, which knows Visual Studio up to 2022
        runsOn: ['windows-2022'],
        preInstallSteps: [{
          name: 'Run package scripts by Git Bash',
          // package scripts run under cmd.exe otherwise, which cannot run prepare-server.sh
          run: 'pnpm config set script-shell "$(cygpath --mixed "$BASH")" --location=global',
        }],
        allowedToFail: 'prepare-server.sh hands Node.js paths such as /d/…, which it does not understand on Windows.',
      }),
      Platform.macosArm64(mac),
      Platform.macosX64(mac),
    ],
    publish: [
      PublishTarget.githubRelease({
        repository: 'AutoByteus/autobyteus-desktop-releases',
        credential: Credential.token({ secret: 'DESKTOP_RELEASES_TOKEN' }),
      }),
    ],
    setupDoc: { path: 'docs/github-actions-tag-build.md' },
    readme: { heading: 'CI Build (Tag Trigger)' },
  });
}
