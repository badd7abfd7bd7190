import { javascript, type Project } from 'projen';
import { BuildJob, Credential, Platform, PublishTarget, Repository, Setup, TagBuild } from '../../../src';

export const before = { 'versions/fonts': '# what the designers have approved\nv4.2\n' };

export function project(outdir: string): Project {
  return new javascript.NodeProject({ outdir, name: '@acme/studio', defaultReleaseBranch: 'main', release: false, packageManager: javascript.NodePackageManager.NPM });
}

/** An app whose engine has tags of the same name, whose fonts are pinned in a file and needed on Linux alone, and whose manual has other tags and is needed by one job alone. */
export function declare(app: Project): void {
  const studio = Repository.self({ path: 'studio' });
  const engine = Repository.github('acme/engine', { ref: 'main', matchTag: true, credential: Credential.token({ secret: 'ENGINE_READ_TOKEN' }), sparse: ['lib', 'include/public'] });
  const fonts = Repository.github('acme/fonts', { refFile: 'versions/fonts', sparse: ['/*.txt', '!/old.txt'], platforms: ['linux-x64'] });
  const manual = Repository.github('acme/manual', { matchTagName: 'manual-{version}', refFile: 'versions/fonts', fetchDepth: 0, filter: 'blob:none' });
  new TagBuild(app, 'studio', {
    repositories: [studio, engine, fonts, manual],
    jobs: [
      BuildJob.of('app', {
        repositories: [studio, engine, fonts],
        needs: [{ job: 'manual', path: 'manual' }],
        setup: [Setup.node('22')],
        platforms: [
          Platform.linuxX64({ run: ['sh build.sh linux'], artifacts: ['out/*.txt'] }),
          Platform.macosArm64({ run: ['sh build.sh mac'], artifacts: ['out/*.txt'] }),
        ],
      }),
      BuildJob.of('manual', {
        repositories: [manual],
        platforms: [Platform.linuxX64({ run: ['git log --format=%s >manual.txt'], artifacts: ['manual.txt'] })],
        handedOn: true,
      }),
    ],
    publish: [PublishTarget.githubRelease()],
  });
}
