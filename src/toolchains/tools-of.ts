import type { Machine } from './toolchain';
import { toolchains } from './toolchains';
import type { BuildJobModel, OperatingSystem, PlatformModel, SetupKind, SetupModel } from '../model/model';
import { distinct } from '../text/words';

type Tools = Pick<BuildJobModel, 'setup'>;

/** Whether a kind is for a system; where that is not known, a run tells. */
export function fits(kind: SetupKind, system: OperatingSystem): boolean {
  const { system: own } = toolchains[kind];
  return own === undefined || system === 'other' || own === system;
}

/**
 * The tools that are installed on a platform, those of all its job's first: what is for another system
 * is left out, what they need is added, and the packages of one manager are one list.
 */
export function toolsOf({ setup }: Tools, platform: Tools & Machine): SetupModel[] {
  const declared = [...setup, ...platform.setup].filter(({ kind }) => fits(kind, platform.system));
  const all = [...declared, ...declared.flatMap((tool) => neededBy(tool, platform))];
  const managers = distinct(all.map(({ kind }) => kind).filter((kind) => toolchains[kind].packages));
  return [
    ...managers.map((kind) => together(all.filter((tool) => tool.kind === kind))),
    ...declared.filter(({ kind }) => !toolchains[kind].packages),
  ];
}

/** The variables that a platform has of its tools. */
export function variablesOf(tools: readonly SetupModel[], platform: Machine): PlatformModel['env'] {
  return Object.assign({}, ...tools.filter(({ kind }) => fits(kind, platform.system)).map((tool) => toolchains[tool.kind].env?.(tool, platform)));
}

function neededBy(tool: SetupModel, platform: Machine): SetupModel[] {
  const needs = toolchains[tool.kind].needs?.(tool, platform) ?? {};
  return Object.entries(needs).map(([kind, packages]) => ({ ...tool, kind: kind as SetupKind, packages }));
}

function together(tools: readonly SetupModel[]): SetupModel {
  return { ...tools[0], packages: distinct(tools.flatMap(({ packages }) => packages)) };
}
