import { optionOf, placedLegs } from './places';
import type { BuildJobModel, Model, PlatformModel, SetupModel } from '../model/model';

/** The tools of a job, or of one of its platforms, where they are declared. */
export interface PlacedTools {
  readonly where: string;
  readonly job: BuildJobModel;
  readonly setup: readonly SetupModel[];
  /** Those that get them. */
  readonly platforms: readonly PlatformModel[];
}

/** Every list of tools. */
export function placedTools(model: Pick<Model, 'jobs'>): PlacedTools[] {
  return [
    ...model.jobs.map((job) => ({ where: optionOf(job, 'setup'), job, setup: job.setup, platforms: job.platforms })),
    ...placedLegs(model).map(({ job, platform, where }) => ({ where: `${where} setup`, job, setup: platform.setup, platforms: [platform] })),
  ];
}
