import { placedLegs, targetPlace } from './places';
import type { DeclarationRule, Finding } from './rule';
import { MAX_JOB_MINUTES, RETENTION_DAYS } from '../github/limits';
import { runnerHost } from '../github/runners';
import type { PlatformModel } from '../model/model';
import { stepTargetsOf } from '../model/publish';

export const numberOutOfRange: DeclarationRule = {
  id: 'number-out-of-range',
  level: 'error',
  about: 'declaration',
  cause: 'A timeout, a retention, a depth or a port is no whole number, or is outside of what is allowed.',
  cure: `Use 1 to ${MAX_JOB_MINUTES.hosted} minutes (${MAX_JOB_MINUTES.ubuntuSlim} on ubuntu-slim, ${MAX_JOB_MINUTES.selfHosted} on self-hosted runners) and ${RETENTION_DAYS.min} to ${RETENTION_DAYS.max} days; 0 as a depth is the whole history.`,
  check: (model, { declared }) => [
    ...declared.numbers.flatMap(({ where, value, range: { min, max } }) => between(where, value, min, max)),
    ...placedLegs(model).flatMap(({ platform, where }) =>
      between(`${where} timeoutMinutes`, platform.timeoutMinutes, 1, mostMinutes(platform))),
    ...stepTargetsOf(model).flatMap((target) =>
      between(targetPlace(target, 'timeoutMinutes'), target.timeoutMinutes, 1, mostMinutes({ ...target.runner, host: runnerHost(target.runner) }))),
  ],
};

function mostMinutes({ runsOn, host }: Pick<PlatformModel, 'runsOn' | 'host'>): number {
  return host === 'github' ? MAX_JOB_MINUTES[runsOn.includes('ubuntu-slim') ? 'ubuntuSlim' : 'hosted'] : MAX_JOB_MINUTES.selfHosted;
}

function between(where: string, value: number, min: number, max: number): Finding[] {
  return Number.isInteger(value) && value >= min && value <= max ? [] : [{
    where,
    what: `is ${value}; allowed are whole numbers from ${min} to ${max}`,
    fix: 'Declare a number in that range.',
  }];
}
