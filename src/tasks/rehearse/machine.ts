import { findRunner } from '../../github/runners';
import { legsOf } from '../../model/jobs';
import type { Model, PlatformModel } from '../../model/model';
import { suggestion } from '../../text/suggestion';
import { UsageError } from '../command-line';

/** What a leg must be for, to run on a machine. */
export interface Machine {
  readonly os: string;
  readonly arch: string;
}

const SYSTEMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'macos', win32: 'windows' };

/** As Node.js names it. */
export function machineOf({ platform, arch }: Pick<NodeJS.Process, 'platform' | 'arch'>): Machine {
  return { os: SYSTEMS[platform] ?? platform, arch };
}

/** The leg to rehearse. @throws Error that says which there are */
export function choosePlatform(model: Model, name: string | undefined, machine: Machine): PlatformModel {
  const all = legsOf(model).map(({ platform }) => platform);
  if (name !== undefined && !all.some((platform) => platform.name === name)) {
    throw new UsageError(`there is no platform '${name}'. ${suggestion(name, all.map((platform) => platform.name))}`);
  }
  const here = all.filter((platform) => runsOn(platform, machine));
  const names = (platforms: readonly PlatformModel[]) => platforms.map((platform) => platform.name).join(', ') || 'none';
  const chosen = here.filter((platform) => name === undefined || platform.name === name);
  if (chosen.length === 1) {
    return chosen[0];
  }
  if (chosen.length) {
    throw new UsageError(`several platforms can run here; say which one: ${names(here)}`);
  }
  const wanted = name === undefined ? 'no platform' : `no platform '${name}'`;
  throw new Error(`there is ${wanted} for this machine (${machine.os} on ${machine.arch}). For it are: ${names(here)}. Declared are: ${names(all)}.\n`
    + 'Another machine\'s leg is rehearsed on GitHub: npx projen tag-build:rehearse --remote');
}

/** What a label of one's own stands for is told by its words, as GitHub's labels of self-hosted runners do. */
function runsOn({ runsOn: labels, container }: PlatformModel, { os, arch }: Machine): boolean {
  const known = labels.map(findRunner).find((runner) => runner);
  const words = labels.map((label) => label.toLowerCase());
  return !container && (known ? known.os === os && known.arch === arch : words.includes(os) && words.includes(arch));
}
