import { findRunner } from '../../github/runners';
import { type Leg, legName, legsBefore, legsOf } from '../../model/jobs';
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

/** What is rehearsed behind the guard: a leg, and before it all those that it needs; none where the guard runs alone. */
export type Legs = readonly Leg[];

/**
 * The leg to rehearse, by `PLATFORM` or `JOB/PLATFORM`, behind those that it needs. Of several that
 * are meant it is the one that the others run for.
 *
 * @throws Error that says which there are
 */
export function chooseLegs(model: Model, name: string | undefined, machine: Machine): Legs {
  const all = legsOf(model);
  const spellings = ({ job, platform }: Leg) => [platform.name, `${job.id}/${platform.name}`];
  if (name !== undefined && !all.some((leg) => spellings(leg).includes(name))) {
    throw new UsageError(`there is no platform '${name}'. ${suggestion(name, all.map((leg) => legName(model, leg)))}`);
  }
  const here = all.filter(({ platform }) => runsOn(platform, machine));
  const meant = here.filter((leg) => name === undefined || spellings(leg).includes(name));
  const chosen = meant.filter((leg) => !meant.some((other) => legsBefore(model, other).some((before) => isSame(before, leg))));
  const names = (legs: readonly Leg[]) => legs.map((leg) => legName(model, leg)).join(', ') || 'none';
  if (chosen.length > 1) {
    throw new UsageError(`several platforms can run here; say which one: ${names(chosen)}`);
  }
  if (!chosen.length) {
    const wanted = name === undefined ? 'no platform' : `no platform '${name}'`;
    throw new Error(`there is ${wanted} for this machine (${onMachine(machine)}). For it are: ${names(here)}. Declared are: ${names(all)}.\n${ON_GITHUB}`);
  }
  const needed = legsBefore(model, chosen[0]);
  const elsewhere = needed.filter(({ platform }) => !runsOn(platform, machine));
  if (elsewhere.length) {
    throw new Error(`${names(chosen)} needs what ${names(elsewhere)} builds, which is not for this machine (${onMachine(machine)}).\n${ON_GITHUB}`);
  }
  return [...needed, chosen[0]];
}

const ON_GITHUB = 'Another machine\'s leg is rehearsed on GitHub: npx projen tag-build:rehearse --remote\n'
  + 'The guard alone, with its secrets and repositories, runs on any machine: npx projen tag-build:rehearse --guard-only';

function onMachine({ os, arch }: Machine): string {
  return `${os} on ${arch}`;
}

function isSame(a: Leg, b: Leg): boolean {
  return a.job.id === b.job.id && a.platform.name === b.platform.name;
}

/** What a label of one's own stands for is told by its words, as GitHub's labels of self-hosted runners do. */
function runsOn({ runsOn: labels, container }: PlatformModel, { os, arch }: Machine): boolean {
  const known = labels.map(findRunner).find((runner) => runner);
  const words = labels.map((label) => label.toLowerCase());
  return !container && (known ? known.os === os && known.arch === arch : words.includes(os) && words.includes(arch));
}
