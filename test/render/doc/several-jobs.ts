import { BuildJob, type BuildJobOptions, Credential, Platform, Repository, Secret, Setup, type TagBuildOptions } from '../../../src';
import type { Model } from '../../../src/model/model';
import { normalise } from '../../../src/normalise/normalise';
import { HOSTILE, hostileModel } from '../models';

export function build(options: TagBuildOptions): Model {
  return normalise('desktop', options, { projectName: 'desktop', directory: '', marker: '' });
}

/** A build of jobs that differ in what a test is about. */
export function jobs(all: Readonly<Record<string, Partial<BuildJobOptions>>>): Model {
  const platforms = [Platform.linuxX64({ run: ['make'], artifacts: ['out/*'] })];
  return build({ jobs: Object.entries(all).map(([id, options]) => BuildJob.of(id, { platforms, ...options })) });
}

const desktop = Repository.self({ path: 'desktop' });
const web = Repository.github('acme/web', { credential: Credential.token({ secret: 'WEB_READ_TOKEN' }) });
const apple = Secret.optional({ secret: 'CERTIFICATE', purpose: 'signs the app', without: 'The app is unsigned.' });
const mac = { script: 'package:mac', artifacts: ['out/*.app/**'], secrets: [apple] };

/**
 * The web part is built once and packaged on four platforms, of which one may fail; the two for
 * macOS are joined on a third.
 */
export const severalJobs: Model = build({
  repositories: [desktop, web],
  secrets: [Secret.required({ secret: 'LICENSE_KEY', purpose: 'unlocks the packager' })],
  jobs: [
    BuildJob.of('web', {
      repositories: [web],
      setup: [Setup.node('22')],
      platforms: [Platform.linuxX64({ script: 'build', artifacts: ['dist/**', '!dist/**/*.map'] })],
      handedOn: true,
    }),
    BuildJob.of('package', {
      needs: [{ job: 'web', path: 'app/static' }],
      repositories: [desktop],
      platforms: [
        Platform.linuxX64({ script: 'package:linux', artifacts: ['out/*.AppImage'] }),
        Platform.windowsX64({ script: 'package:windows', artifacts: ['out/*.exe'], allowedToFail: 'The installer is new.' }),
        Platform.macosArm64(mac),
        Platform.macosX64(mac),
      ],
    }),
    BuildJob.of('universal', {
      title: 'Universal app',
      needs: [{ job: 'package', path: 'slices', platforms: ['macos-arm64', 'macos-x64'] }],
      repositories: [desktop],
      platforms: [Platform.macosArm64({ script: 'join', artifacts: ['out/*.dmg'] })],
      retentionDays: 90,
    }),
  ],
});

/** Two jobs of which one needs the other, with hostile strings wherever a declaration can hold one. */
export function hostileJobs(text: string = HOSTILE): Model {
  const hostile = hostileModel(text);
  const [job] = hostile.jobs;
  const needed = `${text}1`;
  const need = { job: needed, path: text, platforms: job.platforms.map(({ name }) => name), merge: false };
  return {
    ...hostile,
    jobs: [
      { ...job, id: needed, title: text, artifacts: 'handed-on', platforms: job.platforms.map((platform) => ({ ...platform, artifactRoot: text })) },
      { ...job, id: `${text}2`, title: text, repositories: ['public'], workingDirectory: `${text}2`, needs: [need] },
    ],
    secrets: hostile.secrets.map((secret) => ({
      ...secret,
      usedBy: { ...secret.usedBy, legs: secret.usedBy.legs.map((leg) => ({ ...leg, job: needed })), steps: [needed] },
    })),
  };
}
