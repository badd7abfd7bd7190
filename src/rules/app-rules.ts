import * as path from 'node:path/posix';
import { placedLegs } from './places';
import type { Finding, ProjectRule } from './rule';
import type { AppCheck, AppFinding, Seen } from '../apps/app-check';
import { appChecks } from '../apps/app-checks';
import { buildDirectory } from '../model/paths';

/** A rule of each check over files of the app: of those that lie here. */
export const appRules: readonly ProjectRule[] = appChecks.map(ruleOf);

function ruleOf({ id, level, cause, cure, check }: AppCheck): ProjectRule {
  return {
    id,
    level,
    about: 'project',
    cause,
    cure,
    // jobs that build in one directory have the same files
    check: ({ apps }) => {
      const findings = apps.flatMap((seen) => check(seen).map((finding) => placed(finding, seen)));
      return findings.filter(({ where, what }, at) => findings.findIndex((other) => other.where === where && other.what === what) === at);
    },
  };
}

function placed({ at, what, fix }: AppFinding, { model, job }: Seen): Finding {
  const where = typeof at === 'string'
    ? path.join(buildDirectory(model, job) ?? '', at)
    : placedLegs(model).find((leg) => leg.job === job && leg.platform === at)!.where;
  return { where, what, fix };
}
