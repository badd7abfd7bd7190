import { optionOf, placedLegs } from './places';
import type { Model, PlatformModel, SetupModel } from '../model/model';

/** A tool with the place where it is declared. */
export interface PlacedTool {
  readonly where: string;
  readonly tool: SetupModel;
  /** Those that it is declared for. */
  readonly platforms: readonly PlatformModel[];
}

export function placedTools(model: Model): PlacedTool[] {
  return [
    ...model.jobs.flatMap((job) => job.setup.map((tool) => ({ where: optionOf(job, 'setup'), tool, platforms: job.platforms }))),
    ...placedLegs(model).flatMap(({ platform, where }) => platform.setup.map((tool) => ({ where: `${where} setup`, tool, platforms: [platform] }))),
  ];
}
