import * as path from 'node:path/posix';
import { placedLegs } from './places';
import type { Finding, ProjectRule } from './rule';
import type { AppCheck, AppFinding, Seen } from '../apps/app-check';
import { APP_CHECKS, type AppCheckId } from '../apps/app-check-list';
import { loadAppChecks } from '../apps/load-app-checks';
import { buildDirectory } from '../model/paths';

/** A rule of each check over files of the app: of those that lie here. */
export const appRules: readonly ProjectRule[] = (Object.keys(APP_CHECKS) as AppCheckId[]).map((id) => ({
  id,
  level: APP_CHECKS[id],
  about: 'project',
  get cause() { return checkOf(id).cause; },
  get cure() { return checkOf(id).cure; },
  // jobs that build in one directory have the same files
  check: ({ apps }) => {
    const findings = apps.flatMap((seen) => checkOf(id).check(seen).map((finding) => placed(finding, seen)));
    return findings.filter(({ where, what }, at) => findings.findIndex((other) => other.where === where && other.what === what) === at);
  },
}));

function checkOf(id: AppCheckId): AppCheck {
  return loadAppChecks().appChecks.find((check) => check.id === id)!;
}

function placed({ at, what, fix }: AppFinding, { model, job }: Seen): Finding {
  const where = typeof at === 'string'
    ? path.join(buildDirectory(model, job) ?? '', at)
    : placedLegs(model).find((leg) => leg.job === job && leg.platform === at)!.where;
  return { where, what, fix };
}
