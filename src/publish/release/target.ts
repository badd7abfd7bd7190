import type { ReleasePlan } from '../contract';
import type { GitHub } from '../github/client';
import type { ProvenSet } from '../proven-set';
import type { Run } from '../run';

/** A release to make, and all that is needed for it. */
export interface Target {
  readonly github: GitHub;
  readonly run: Run;
  readonly plan: ReleasePlan;
  readonly set: ProvenSet;
  /** `owner/name` of the repository that it is made in. */
  readonly repository: string;
  /** Whether that is where the workflow runs. */
  readonly own: boolean;
}

/** Below the API, the releases of the target's repository. */
export function releasesOf({ repository }: Target): string {
  return `/repos/${repository}/releases`;
}

/** Whether it is marked as a pre-release. */
export function isPrerelease({ plan: { prerelease }, run }: Target): boolean {
  return prerelease === 'always' || prerelease === 'auto' && run.prerelease;
}
