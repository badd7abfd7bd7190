import { javascript, JsonPatch, type Project } from 'projen';
import { Credential, Platform, Repository, Secret, Setup, TagBuild } from '../../../src';

/** Signs the installers; the certificate lives in the environment of one platform. */
const signing = Secret.requiredGroup('Windows signing', {
  secrets: ['WIN_CERTIFICATE', 'WIN_PASSWORD'],
  purpose: 'signing the installer',
  env: { CSC_LINK: 'WIN_CERTIFICATE', CSC_KEY_PASSWORD: 'WIN_PASSWORD' },
});
const crashReports = Secret.optional({
  secret: 'SENTRY_TOKEN',
  envName: 'SENTRY_AUTH_TOKEN',
  purpose: 'uploading the symbols',
  without: 'Crash reports have no names of functions.',
  envWithout: { SENTRY_SKIP: '1', SENTRY_NOTE: 'no token, no upload' },
});
const licence = Secret.required({ secret: 'LICENCE_KEY' });
const chat = Secret.optional({ secret: 'CHAT_HOOK', purpose: 'telling the team', without: 'Nobody is told.' });

/** The app is a package of its own, which projen does not manage. */
export const before = { 'desktop/package.json': '{ "scripts": { "build": "make" } }\n' };

export function project(outdir: string): Project {
  return new javascript.NodeProject({ outdir, name: 'kitchen', defaultReleaseBranch: 'main', release: false, packageManager: javascript.NodePackageManager.YARN_BERRY });
}

/** Every option that a declaration has. */
export function declare(kitchen: Project): void {
  const { workflow } = new TagBuild(kitchen, 'Kitchen_Sink.v2', {
    title: 'Kitchen: sink & "quotes"',
    tags: ['v*', '!v0.*'],
    repositories: [
      Repository.self({ path: 'app' }),
      Repository.github('acme/assets', { path: 'app/assets', credential: Credential.token({ secret: 'ACME_TOKEN' }) }),
      Repository.github('acme/fonts', { path: 'fonts dir', ref: '3d3c42e5aac5ba805825da76410c181273ba90b1', credential: Credential.token({ secret: 'ACME_TOKEN' }) }),
    ],
    workingDirectory: 'app/desktop',
    setup: [Setup.yarn('4.12.0'), Setup.node('24', { with: { 'check-latest': 'true' } })],
    preInstallSteps: [{ name: 'Look at the clock', run: 'date -u' }],
    prepare: [{ name: 'Install dependencies', run: 'yarn install --immutable', env: { YARN_CACHE_FOLDER: '${{ runner.temp }}/yarn' } }],
    preBuildSteps: [{ uses: 'acme/licence-action@0123456789abcdef0123456789abcdef01234567', with: { key: '${{ secrets.LICENCE_KEY }}' } }],
    postBuildSteps: [{ name: 'Tell the team', if: `always() && ${chat.isSet}`, env: { CHAT_HOOK: '${{ secrets.CHAT_HOOK }}' }, run: './tell.sh', continueOnError: true }],
    secrets: [licence, chat],
    timeoutMinutes: 60,
    retentionDays: 7,
    version: { files: ['package.json', 'native/Cargo.toml'] },
    guard: { runsOn: ['ubuntu-24.04-arm'], runnerGroup: 'Gate keepers' },
    platforms: [
      Platform.windowsX64({
        script: 'build',
        artifacts: ['out/*.exe'],
        environment: 'signing',
        secrets: [signing, crashReports],
        env: { CHANNEL: 'stable', NOTES: 'first line\nEND\nlast line' },
        timeoutMinutes: 90,
        allowedToFail: 'The certificate is new.',
        retry: { reason: 'the server that stamps the time is away now and then', attempts: 2, pauseSeconds: 60 },
        smokeTest: { run: 'out/win-unpacked/kitchen.exe --version' },
      }),
      Platform.of('linux.musl', {
        runsOn: ['ubuntu-24.04'],
        container: { image: `acme/musl@sha256:${'0123456789abcdef'.repeat(4)}`, env: { TZ: 'UTC' }, volumes: ['/tmp:/host'] },
        run: ['export CC=musl-gcc', 'yarn run build'],
        artifacts: ['out/*.{tar.gz,tgz}'],
        artifactName: 'musl build',
        smokeTest: { run: 'tar -xzf out/*.tar.gz -C "$RUNNER_TEMP"\n"$RUNNER_TEMP/kitchen" --version', timeoutSeconds: 10 },
        secrets: [crashReports],
        preInstallSteps: [{ name: 'Look around', id: 'look', if: "${{ runner.debug == '1' }}", run: 'env | sort' }],
      }),
      Platform.of('mac-studio', {
        runsOn: ['self-hosted', 'macOS', 'ARM64', 'studio'],
        runnerGroup: 'organization/Studio',
        run: ['make dmg'],
        artifacts: ['out/*.dmg'],
        timeoutMinutes: 600,
        setup: [Setup.python('3.13'), Setup.of({ name: 'Set up the signing tool', id: 'tool', run: './tool.sh' })],
        preBuildSteps: [{ name: 'Unlock', env: { TOOL: '${{ steps.tool.outputs.path }}' }, run: '"$TOOL" unlock' }],
        postBuildSteps: [{ name: 'Lock', if: 'always()', run: '"$HOME/lock.sh"' }],
      }),
    ],
    setupDoc: {
      path: 'docs/release/how to.md',
      sections: [
        { id: 'who-to-ask', heading: 'Whom to ask', body: 'The desktop team.', after: 'trigger' },
      ],
      drop: ['checklist'],
      troubleshooting: [{ message: 'The studio is asleep', cause: 'Somebody closed the lid.', cure: 'Open it.' }],
    },
    readme: { path: 'docs/BUILDING.md', heading: 'Installers' },
    ignore: { 'runner-label-unknown': 'the studio is ours' },
  });
  workflow.file?.patch(JsonPatch.add('/jobs/build/steps/0/timeout-minutes', 2));
  workflow.file?.addOverride('jobs.guard.timeout-minutes', 3);
  workflow.addJob('announce', {
    name: 'Announce',
    needs: ['build'],
    runsOn: ['ubuntu-24.04'],
    permissions: {},
    timeoutMinutes: 5,
    steps: [{ name: 'Announce', run: 'echo "$TAG is built"', env: { TAG: '${{ github.ref_name }}' } }],
  });
}
