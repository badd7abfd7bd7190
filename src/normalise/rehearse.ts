import { legsOf } from '../model/jobs';
import type { BuildJobModel, LegReference, RehearseModel } from '../model/model';
import type { RehearseOptions } from '../rehearse';

export function normaliseRehearse(id: string, options: RehearseOptions, jobs: readonly BuildJobModel[]): RehearseModel {
  return {
    pullRequests: options.pullRequests ?? false,
    branches: options.branches ?? [],
    schedule: cronOf(options.schedule ?? '', `${id} rehearsal`),
    legs: options.platforms?.flatMap((name) => legsCalled(name, jobs)) ?? legsCalled('', jobs),
    watch: cronOf(options.watch ?? '', `${id} watch`),
    watchIssue: options.watchIssue ?? false,
  };
}

/** `platform` or `job/platform`; '' is all. What there is not stays, for a rule to find. */
function legsCalled(name: string, jobs: readonly BuildJobModel[]): LegReference[] {
  const [platform, job = ''] = name.split('/').reverse();
  const found = legsOf({ jobs }).filter((leg) => name === '' || leg.platform.name === platform && ['', leg.job.id].includes(job));
  return found.length ? found.map((leg) => ({ job: leg.job.id, platform: leg.platform.name })) : [{ job, platform }];
}

function cronOf(text: string, seed: string): string {
  const days = { daily: '*', weekly: String(derived(`${seed} day`, 7)) }[text];
  // on the hour most schedules begin, and GitHub delays and drops some
  return days === undefined ? text : `${1 + derived(`${seed} minute`, 59)} ${derived(`${seed} hour`, 24)} * * ${days}`;
}

/** A number below another one that is the same on every machine. */
function derived(seed: string, below: number): number {
  return [...Buffer.from(seed)].reduce((sum, byte) => (sum * 31 + byte) % PRIME, 1) % below;
}

const PRIME = 2_147_483_647;
