import { github, python, type Project } from 'projen';
import {
  AzureAuthentication, BuildJob, Credential, Dependency, FollowUp, Notarization, Platform, PublishTarget, ReleaseFlag, ReleaseNotes, Repository, Secret, Setup,
  Signing, TagBuild, TagBuildProject, Updater, VersionMode,
} from '../../src';

/** Nothing lies beside the declaration. */
const NO_APP = { 'tool-file-missing': 'no app', 'updater-misled': 'no app', 'version-missing': 'no app', 'notes-file-missing': 'no app' };

/** The twin of projenrc.py: the same projects, line by line. */
export function projects(): Project[] {
  const suite = new python.PythonProject({ name: 'suite', moduleName: 'suite', authorName: 'Acme', authorEmail: 'suite@acme.dev', version: '0.1.0' });
  studio(suite);
  player(suite);
  tools(suite);
  const plain = new TagBuildProject({ name: 'plain', outdir: 'plain' });
  new TagBuild(plain, 'plain', { platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['out/*'] })] });
  return [suite, plain];
}

/** Several repositories and jobs, signed installers, every place to publish, and what was changed in the workflow. */
function studio(suite: Project): void {
  const app = Credential.githubApp({ clientId: { variable: 'READER_CLIENT_ID' }, privateKey: { secret: 'READER_KEY' } });
  const tap = Secret.required({ secret: 'TAP_TOKEN', purpose: 'pushes to acme/homebrew-tap' });
  const crashReports = Secret.optional({
    secret: 'SENTRY_TOKEN', envName: 'SENTRY_AUTH_TOKEN', without: 'Crash reports have no names of functions.', envWithout: { SENTRY_SKIP: '1' },
  });
  const licence = Secret.requiredGroup('Licence', { secrets: ['LICENCE_USER', 'LICENCE_KEY'], purpose: 'the packager', env: { PACKAGER_KEY: 'LICENCE_KEY' } });
  const maps = Secret.optionalGroup('Maps', { secrets: ['MAPS_USER', 'MAPS_KEY'], without: 'There are no maps.', envWithout: { NO_MAPS: '1' } });
  const self = Repository.self({ path: 'studio', submodules: github.CheckoutSubmodules.RECURSIVE, fetchDepth: 0, lfs: true, with: { 'set-safe-directory': 'false' } });
  const engine = Repository.github('acme/engine', { path: 'engine', ref: 'release/2.x', credential: Credential.token({ secret: 'ENGINE_TOKEN' }) });
  const build = new TagBuild(suite, 'studio', {
    title: 'Studio',
    tags: ['v*.*.*', '!v0.*'],
    repositories: [
      self,
      engine,
      Repository.github('acme/fonts', { matchTag: true, credential: Credential.workflowToken() }),
      Repository.github('acme/assets', { credential: Credential.deployKey({ secret: 'ASSETS_KEY' }), platforms: ['linux-x64'] }),
      Repository.github('acme/plugins', { credential: app }),
    ],
    setup: [Setup.node('22', { with: { 'check-latest': 'true' } })],
    prepare: [{ name: 'Install', run: 'npm ci' }],
    preInstallSteps: [{ name: 'Look at the clock', run: 'date -u' }],
    preBuildSteps: [{ name: 'Look around', if: "${{ runner.debug == '1' }}", run: 'env | sort' }],
    postBuildSteps: [{ name: 'Tidy up', if: 'always()', run: './tidy.sh', continueOnError: true, env: { EVERYTHING: 'yes' } }],
    secrets: [licence],
    timeoutMinutes: 60,
    retentionDays: 7,
    guard: { runsOn: ['ubuntu-24.04-arm'], runnerGroup: 'Gate keepers' },
    version: { env: true },
    rehearsal: true,
    rehearse: { pullRequests: true, branches: ['main'], schedule: 'weekly', platforms: ['linux-x64'], watch: 'daily', watchIssue: true },
    needs: [{ job: 'core', path: 'studio/lib', platforms: ['linux-x64'] }],
    platforms: [
      Platform.linuxX64({ run: ['npm run package'], artifacts: ['out/*.AppImage'], env: { CHANNEL: 'stable' }, container: { image: 'acme/builder:1', env: { TZ: 'UTC' } } }),
      Platform.windowsX64({
        run: ['npm run package'],
        artifacts: ['out/*.exe'],
        environment: 'signing',
        secrets: [crashReports, maps],
        jobEnv: { TILES: '256' },
        preBuildSteps: [{ name: 'Draw the maps', if: maps.isSet, run: './maps.sh' }],
        retry: { reason: 'The licence server sleeps.', attempts: 2 },
        smokeTest: { run: 'out/studio.exe --version', timeoutSeconds: 30 },
        signing: [Signing.azure({ publisher: 'Acme Ltd', authentication: AzureAuthentication.OIDC })],
        timeoutMinutes: 90,
      }),
      Platform.macosArm64({
        run: ['npm run package'],
        artifacts: ['out/*.dmg', 'out/*.zip'],
        signing: [Signing.electronBuilderMac({ teamId: 'ABCDE12345', notarization: Notarization.APPLE_ID })],
        allowedToFail: 'The certificate is new.',
      }),
    ],
    jobs: [
      BuildJob.of('core', {
        title: 'Core',
        repositories: [engine],
        platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['lib/**'] })],
        handedOn: true,
      }),
      BuildJob.of('packages', { repositories: [self], platforms: [Platform.linuxArm64({ run: ['npm pack'], artifacts: ['*.tgz'] })], retentionDays: 90 }),
    ],
    release: { assetName: '{name}-{version}{ext}', checksums: true, manifest: true },
    publish: [
      PublishTarget.githubRelease({
        notes: ReleaseNotes.generated({ commits: true }),
        prerelease: ReleaseFlag.AUTO,
        discussionCategory: 'Announcements',
        updater: Updater.electronBuilder({ platforms: ['linux-x64', 'windows-x64'] }),
        attest: true,
      }),
      PublishTarget.githubRelease({
        repository: 'acme/studio-releases', credential: app, title: 'Studio {version}', latest: ReleaseFlag.NEVER, notes: ReleaseNotes.text('What is new in {version}'),
      }),
      PublishTarget.npm({ package: '@acme/studio', environment: 'npm' }),
      PublishTarget.steps('homebrew', {
        afterRelease: true,
        secrets: [tap],
        permissions: [{ permission: 'id-token', access: github.workflows.JobPermission.WRITE, reason: 'prove who writes' }],
        environment: 'tap',
        steps: [{ name: 'Write the formula', run: './formula.sh', env: { TAP_TOKEN: '${{ secrets.TAP_TOKEN }}' } }],
      }),
      FollowUp.workflow({ repository: 'acme/website', workflow: 'release.yml', credential: app, inputs: { version: '{version}' } }),
    ],
    setupDoc: {
      path: 'docs/how to.md',
      sections: [{ id: 'who-to-ask', heading: 'Whom to ask', body: 'The desktop team.', after: 'trigger' }],
      drop: ['checklist'],
      troubleshooting: [{ message: 'The studio is asleep', cause: 'Somebody closed the lid.', cure: 'Open it.' }],
    },
    readme: { heading: 'Installers' },
    ignore: { 'updater-platform-may-fail': 'macOS has no updates yet' },
  });
  build.workflow.addJob('announce', {
    name: 'Announce',
    needs: [build.guardJobId, ...build.buildJobIds, ...build.publishJobIds],
    runsOn: ['ubuntu-24.04'],
    permissions: {},
    timeoutMinutes: 5,
    steps: [{
      name: 'Announce',
      run: './announce.sh',
      env: {
        COMMIT: build.commitOf(engine),
        STEPS: build.stepIds(build.guardJobId).join(' '),
        REAL: build.guardOutputs.real,
        TAG: build.guardOutputs.tag,
        NAME: build.guardOutputs.name,
        VERSION: build.guardOutputs.version,
        PRERELEASE: build.guardOutputs.prerelease,
      },
    }],
  });
  build.workflow.addJob('checks', {
    uses: './.github/workflows/checks.yml',
    needs: [build.guardJobId],
    with: { suite: '${{ matrix.suite }}', coverage: true },
    secrets: { licence: '${{ secrets.LICENCE_KEY }}' },
    permissions: { contents: github.workflows.JobPermission.READ },
    strategy: { matrix: { domain: { suite: ['unit', 'browser'] } }, failFast: false },
  });
  build.waitFor('announce', 'checks');
  build.rehearsalWorkflow?.file?.addOverride('jobs.guard.timeout-minutes', 3);
  build.watchWorkflow?.file?.addOverride('jobs.guard.timeout-minutes', 4);
}

/** An app of Tauri with updates and stamped versions, and three others that are signed in other ways. */
function player(suite: Project): void {
  const updates = Signing.tauriUpdater({ password: false, secrets: { TAURI_SIGNING_PRIVATE_KEY: 'PLAYER_KEY' } });
  const run = ['npx tauri build'];
  const bundle = 'src-tauri/target/release/bundle';
  new TagBuild(suite, 'player', {
    tags: ['player-v*'],
    workingDirectory: 'player',
    ignore: NO_APP,
    version: { files: ['package.json'], texts: [{ path: 'version.txt', line: 'version {version}' }], mode: VersionMode.STAMP },
    platforms: [
      Platform.macosX64({ run, artifacts: [`${bundle}/macos/*.app.tar.gz`, `${bundle}/dmg/*.dmg`], signing: [Signing.tauriMac(), updates] }),
      Platform.windowsArm64({ run, artifacts: [`${bundle}/nsis/*-setup.exe`], signing: [Signing.tauriWindows({ without: 'SmartScreen warns.' }), updates] }),
    ],
    publish: [
      PublishTarget.githubRelease({
        repository: 'acme/player-releases',
        credential: Credential.token({ secret: 'PLAYER_TOKEN' }),
        notes: ReleaseNotes.changelog({ path: 'CHANGELOG.md' }),
        updater: Updater.tauri(),
        latest: ReleaseFlag.ALWAYS,
      }),
    ],
  });
  new TagBuild(suite, 'extras', {
    tags: ['extras-v*'],
    ignore: NO_APP,
    platforms: [
      Platform.macosArm64({ run: ['make forge'], artifacts: ['out/forge.dmg'], signing: [Signing.electronForgeMac()] }),
      Platform.macosX64({ run: ['make app'], artifacts: ['out/app.dmg'], signing: [Signing.codesign({ title: 'Developer ID' })] }),
      Platform.windowsX64({ run: ['make forge'], artifacts: ['out/forge.exe'], signing: [Signing.electronForgeWindows()] }),
      Platform.windowsArm64({ run: ['make app'], artifacts: ['out/app.exe', 'out/feed.json'], signing: [Signing.electronBuilderWindows({ title: 'Certificate of the app', publisher: 'Acme Ltd' })] }),
    ],
    publish: [
      PublishTarget.githubRelease({
        repository: 'acme/extras-releases',
        credential: Credential.token({ secret: 'EXTRAS_TOKEN' }),
        notes: ReleaseNotes.file('notes.md', { commits: true }),
        updater: Updater.files({ files: ['feed.json'], holdVersion: false }),
      }),
    ],
  });
}

/** Every tool, and what package managers fetch. */
function tools(suite: Project): void {
  const leg = { run: ['make'], artifacts: ['out/*'] };
  new TagBuild(suite, 'tools', {
    tags: ['tools-v*'],
    ignore: NO_APP,
    repositories: [Repository.self({ path: 'tools' })],
    dependencies: [
      Dependency.github('acme/lib', { credential: Credential.token({ secret: 'LIB_TOKEN' }) }),
      Dependency.npmRegistry({ registry: 'https://npm.acme.dev/', scope: '@acme', secret: 'NPM_READ_TOKEN', package: '@acme/ui' }),
      Dependency.cargoRegistry({ name: 'acme', index: 'sparse+https://cargo.acme.dev/index/', secret: 'CARGO_READ_TOKEN' }),
    ],
    prepare: [{ name: 'Fetch', run: 'make fetch' }],
    setup: [Setup.sshKnownHosts('git.acme.dev ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJfSRHvJmBAeEAQ0G1bB5Qj0CeR9bN4sS9QZm1sBvUq7')],
    platforms: [
      Platform.linuxX64({ ...leg, setup: [Setup.node('22'), Setup.yarn('1.22.22'), Setup.rust('1.91.0', { targets: ['aarch64-unknown-linux-gnu'] }), Setup.apt(['rpm'])] }),
      Platform.linuxArm64({ ...leg, setup: [Setup.nodeFrom('.nvmrc'), Setup.pnpm('10.28.1'), Setup.rustFrom('rust-toolchain.toml'), Setup.zig('0.15.2')] }),
      Platform.windowsX64({ ...leg, setup: [Setup.node('22'), Setup.npm('11.6.2'), Setup.python('3.13'), Setup.winget(['WiXToolset.WiXToolset']), Setup.cmake('4.0.3')] }),
      Platform.windowsArm64({ ...leg, setup: [Setup.pythonFrom('.python-version'), Setup.choco(['nsis=3.10.0']), Setup.dotnet('9.0.x')] }),
      Platform.macosArm64({ ...leg, setup: [Setup.brew(['create-dmg']), Setup.cask(['wine-stable']), Setup.go('1.25'), Setup.ruby('3.4'), Setup.flutter('3.35.0')] }),
      Platform.macosX64({ ...leg, setup: [Setup.goFrom('go.mod'), Setup.rubyFrom('.ruby-version'), Setup.bun('1.3.0'), Setup.deno('2.5.0'), Setup.uv('0.9.2')] }),
      Platform.of('lab', {
        ...leg,
        runsOn: ['self-hosted', 'linux'],
        runnerGroup: 'lab',
        setup: [Setup.java('21', { distribution: 'zulu' }), Setup.gradleWrapper(), Setup.bunFrom('.bun-version'), Setup.denoFrom('.deno-version'), Setup.uvFrom('uv.toml')],
      }),
      Platform.of('attic', {
        ...leg,
        runsOn: ['self-hosted', 'linux'],
        setup: [
          Setup.javaFrom('.java-version'), Setup.dotnetFrom('global.json'), Setup.flutterFrom('pubspec.yaml'),
          Setup.of({ name: 'Set up the signing tool', id: 'tool', run: './tool.sh' }),
        ],
      }),
    ],
  });
}
