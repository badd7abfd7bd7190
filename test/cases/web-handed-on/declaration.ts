import { javascript, type Project } from 'projen';
import { BuildJob, Credential, Platform, Repository, Secret, Setup, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new javascript.NodeProject({ outdir, name: 'desktop', defaultReleaseBranch: 'main', release: false, packageManager: javascript.NodePackageManager.NPM });
}

/** The web part is built once, on Linux, and packaged on three systems, one of which may fail. */
export function declare(app: Project): TagBuild {
  const desktop = Repository.self({ path: 'desktop' });
  const web = Repository.github('acme/web', { credential: Credential.token({ secret: 'WEB_READ_TOKEN' }) });
  const signing = Secret.optional({ secret: 'CERTIFICATE', purpose: 'signs the disk image', without: 'The disk image is unsigned.' });
  return new TagBuild(app, 'desktop', {
    repositories: [desktop, web],
    jobs: [
      BuildJob.of('package', {
        needs: [{ job: 'web', path: 'web/dist' }],
        repositories: [desktop],
        platforms: [
          Platform.linuxX64({ run: ['sh package.sh linux'], artifacts: ['out/*.txt'] }),
          Platform.windowsX64({ run: ['sh package.sh windows'], artifacts: ['out/*.txt'] }),
          Platform.macosArm64({ run: ['sh package.sh mac'], artifacts: ['out/*.txt'], secrets: [signing], allowedToFail: 'The disk image is new.' }),
        ],
      }),
      BuildJob.of('web', {
        repositories: [web],
        setup: [Setup.node('22')],
        platforms: [Platform.linuxX64({ run: ['sh build.sh'], artifacts: ['dist/**', '!dist/**/*.map'] })],
        handedOn: true,
      }),
    ],
  });
}
