import type { BuildJobModel, RepositoryModel } from '../model/model';
import { toStepModel } from '../model/steps';
import type { TagBuildOptions } from '../options';
import { normalisePlatforms } from './platforms';
import { normaliseSetup, scriptRunner } from './setup';

/** What a build says for all its jobs. */
export interface JobDefaults {
  readonly id: string;
  readonly repositories: readonly RepositoryModel[];
  readonly workingDirectory: string;
}

/** The options at the top are a job called `build`. */
export function normaliseJobs(options: TagBuildOptions, defaults: JobDefaults): BuildJobModel[] {
  const setup = normaliseSetup(options.setup ?? []);
  return [{
    id: 'build',
    title: 'Build',
    declaredAt: '',
    repositories: defaults.repositories.map(({ id }) => id),
    workingDirectory: defaults.workingDirectory,
    setup,
    preInstallSteps: (options.preInstallSteps ?? []).map(toStepModel),
    prepare: (options.prepare ?? []).map(toStepModel),
    preBuildSteps: (options.preBuildSteps ?? []).map(toStepModel),
    postBuildSteps: (options.postBuildSteps ?? []).map(toStepModel),
    platforms: normalisePlatforms(options.platforms ?? [], {
      artifactPrefix: defaults.id,
      runScript: scriptRunner(setup) ?? 'npm run',
      timeoutMinutes: options.timeoutMinutes ?? 120,
    }),
    retentionDays: options.retentionDays ?? 30,
  }];
}
