import { optionOf, placedLegs } from './places';
import type { ProjectFacts } from './rule';
import type { Complaint } from '../github/complaint';
import type { BuildJobModel, Model, PlatformModel, SetupModel } from '../model/model';
import { inOwnRepository } from '../model/paths';
import { distinct } from '../text/words';
import { versionPattern } from '../toolchains/tool-files';
import { toolchains } from '../toolchains/toolchains';

/** The tools of a job, or of one of its platforms, where they are declared. */
export interface PlacedTools {
  readonly where: string;
  readonly job: BuildJobModel;
  readonly setup: readonly SetupModel[];
  /** Those of the job, which come before a platform's own. */
  readonly before: readonly SetupModel[];
  /** Those that get them. */
  readonly platforms: readonly PlatformModel[];
}

/** Every list of tools. */
export function placedTools(model: Pick<Model, 'jobs'>): PlacedTools[] {
  return [
    ...model.jobs.map((job) => ({ where: optionOf(job, 'setup'), job, setup: job.setup, before: [], platforms: job.platforms })),
    ...placedLegs(model).map(({ job, platform, where }) => ({ where: `${where} setup`, job, setup: platform.setup, before: job.setup, platforms: [platform] })),
  ];
}

/** What speaks against tools beside each other, but for what is said already of those before. */
export function complaintsOf(before: readonly SetupModel[], setup: readonly SetupModel[]): Complaint[] {
  const all = (tools: readonly SetupModel[]) => distinct(tools.map(({ kind }) => kind)).flatMap((kind) => toolchains[kind].complaint?.(tools) ?? []);
  const said = all(before).map(({ why }) => why);
  return all([...before, ...setup]).filter(({ why }) => !said.includes(why));
}

/** A tool in the version that its file says, where that lies here. */
export function inVersionOfFile({ model, toolFiles }: ProjectFacts, tool: SetupModel): SetupModel {
  const text = tool.versionFile && toolFiles.get(inOwnRepository(model, tool.versionFile) ?? '');
  const version = text ? versionPattern(tool)?.exec(text)?.[1] : undefined;
  return version ? { ...tool, version } : tool;
}
