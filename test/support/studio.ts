import type { Project } from 'projen';
import { Credential, Platform, type PlatformOptions, Repository, Secret, Setup, TagBuild } from '../../src';
import { project } from '../cases/siblings/declaration';

export { project };

export const LEGS = ['linux-x64', 'linux-arm64', 'macos-arm64'];

const signing = Secret.optionalGroup('Apple signing', {
  secrets: ['CSC_LINK', 'CSC_KEY_PASSWORD'],
  without: 'The app is not signed.',
  envWithout: { NO_TIMESTAMP: '1' },
});

/**
 * The app with its siblings, as in test/cases/siblings, with what only a run can show: secrets that
 * may be missing, and a job behind the build that would publish. It is run by .ci/act, and broken by
 * test/mutations.
 */
export function declare(app: Project): TagBuild {
  const build = new TagBuild(app, 'studio', {
    tags: ['v[0-9]+.[0-9]+.[0-9]+'],
    repositories: [
      Repository.self({ path: 'studio', fetchDepth: 0 }),
      Repository.github('acme/studio-plugins', { path: 'studio/vendor/plugins', ref: 'tags/v3.1.0' }),
      Repository.github('acme/engine', { ref: 'release/2.x', credential: Credential.token({ secret: 'ENGINE_READ_TOKEN' }) }),
    ],
    setup: [Setup.node('22'), Setup.pnpm('11')],
    prepare: [
      { name: 'Build the engine', workingDirectory: 'engine', run: 'sh make.sh' },
      { name: 'Install dependencies', run: 'pnpm install --frozen-lockfile' },
    ],
    platforms: [
      Platform.linuxX64(leg('linux-x64')),
      Platform.linuxArm64(leg('linux-arm64')),
      Platform.macosArm64({
        ...leg('macos-arm64'),
        secrets: [signing],
        postBuildSteps: [{ name: 'Say that it is signed', if: signing.isSet, run: 'echo signed >>"dist/studio-$TARGET.txt"' }],
      }),
    ],
  });
  build.workflow.addJob('publish', {
    name: 'Publish',
    needs: ['guard', 'build'],
    if: "needs.guard.outputs.real == 'true'",
    runsOn: ['ubuntu-24.04'],
    permissions: {},
    timeoutMinutes: 5,
    env: { TAG: '${{ needs.guard.outputs.tag }}' },
    steps: [{ name: 'Publish', run: 'printf "%s\\n" "$TAG" >>"$PUBLISHED"' }],
  });
  return build;
}

/** Each leg is told its name, for what it builds to bear it. */
function leg(name: string): PlatformOptions {
  return { script: 'build', artifacts: ['dist/*.txt', 'dist/*.log', '!dist/draft.txt'], env: { TARGET: name } };
}
