import { optionOf, placedLegs } from './places';
import type { BuildJobModel, Model, PlatformModel, SetupModel } from '../model/model';

/** The tools of a job, or of one of its platforms, where they are declared. */
export interface ToolList {
  readonly where: string;
  readonly job: BuildJobModel;
  readonly setup: readonly SetupModel[];
  /** Those that get them. */
  readonly platforms: readonly PlatformModel[];
}

/** Every list of tools. */
export function toolLists(model: Pick<Model, 'jobs'>): ToolList[] {
  return [
    ...model.jobs.map((job) => ({ where: optionOf(job, 'setup'), job, setup: job.setup, platforms: job.platforms })),
    ...placedLegs(model).map(({ job, platform, where }) => ({ where: `${where} setup`, job, setup: platform.setup, platforms: [platform] })),
  ];
}

/** A tool with the place where it is declared. */
export interface PlacedTool extends Omit<ToolList, 'setup'> {
  readonly tool: SetupModel;
}

/** Every tool of every list. */
export function placedTools(model: Pick<Model, 'jobs'>): PlacedTool[] {
  return toolLists(model).flatMap(({ setup, ...list }) => setup.map((tool) => ({ ...list, tool })));
}
