import { isSemver } from '../text/versions';

export const SEMVER = 'three numbers, and behind them what semver allows, such as 1.2.3 or 1.2.3-beta.1';

/** The nearest one by semver, as assets/manifests.sh has it, if there is one: 01.2rc1 is 1.2.0-rc.1. A post-release has none, for whatever stands behind a hyphen comes before the release. */
export function nearSemver(version: string): string {
  return version
    .replace(/^([\d.]*\d)[._]?(?!post)([a-z]+)[._-]?(\d+)/i, '$1-$2.$3')
    .replace(/(^|[.-])0+(\d)/g, '$1$2')
    .replace(/^(\d+)($|[-+])/, '$1.0$2')
    .replace(/^(\d+\.\d+)($|[-+])/, '$1.0$2');
}

/** The version as it is, where it is one by semver. */
export function bySemver(version: string): string | undefined {
  return isSemver(version) ? version : undefined;
}
