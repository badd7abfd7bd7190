import { javascript, type Project } from 'projen';
import { BuildJob, Credential, Platform, PublishTarget, Repository, Secret, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new javascript.NodeProject({ outdir, name: 'viewer', defaultReleaseBranch: 'main', release: false, packageManager: javascript.NodePackageManager.NPM });
}

const license = Secret.required({ secret: 'LICENSE_KEY', purpose: 'unlocks the packager' });
const viewer = Repository.self();
const engine = Repository.github('acme/engine', { credential: Credential.token({ secret: 'ENGINE_TOKEN' }), path: 'engine' });

/** Everything that keeps a build working between two tags: of a fork only the leg cli/linux-x64 can be rehearsed. */
export function declare(root: Project): TagBuild {
  return new TagBuild(root, 'installers', {
    repositories: [viewer, engine],
    jobs: [
      BuildJob.of('cli', {
        repositories: [viewer],
        platforms: [
          Platform.linuxX64({ runsOn: ['ubuntu-22.04'], run: ['sh package.sh cli'], artifacts: ['out/*.tar'] }),
          Platform.windowsX64({ run: ['sh package.sh cli'], artifacts: ['out/*.zip'], secrets: [license] }),
        ],
      }),
      BuildJob.of('app', { platforms: [Platform.macosArm64({ run: ['sh package.sh app'], artifacts: ['out/*.dmg'] })] }),
    ],
    publish: [PublishTarget.githubRelease()],
    rehearse: { pullRequests: true, branches: ['main', 'release/**'], schedule: 'weekly', watch: 'daily', watchIssue: true },
    ignore: { 'runner-label-ending': 'the watch says when it is time' },
  });
}
