import { isSemver } from '../text/versions';

export const SEMVER = 'three numbers, and behind them what semver allows, such as 1.2.3 or 1.2.3-beta.1';

/** The version as it is, where it is one by semver. */
export function bySemver(version: string): string | undefined {
  return isSemver(version) ? version : undefined;
}
