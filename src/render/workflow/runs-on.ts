import type { Job } from './workflow-file';
import type { PlatformModel, RunnerModel } from '../../model/model';

/** `runs-on`, as short as it can be written. */
export function runsOn({ runsOn: labels, runnerGroup }: RunnerModel): Job['runs-on'] {
  const several = labels.length === 1 ? labels[0] : labels;
  return runnerGroup === '' ? several : { group: runnerGroup, ...labels.length && { labels: several } };
}

/** Whether a matrix has a mapping for a runner. */
export function hasGroups(platforms: readonly PlatformModel[]): boolean {
  return platforms.some(({ runnerGroup }) => runnerGroup !== '');
}

/** Whether every leg of a matrix runs in a container. */
export function allInContainers(platforms: readonly PlatformModel[]): boolean {
  return platforms.every(({ container }) => container);
}

/**
 * What the matrix says of a job. actionlint believes that an expression can be no mapping, though
 * GitHub takes one, unless it cannot tell what comes out of it.
 */
export function ofMatrix(key: string, isMapping: boolean): string {
  return isMapping ? `\${{ matrix.${key} || '' }}` : `\${{ matrix.${key} }}`;
}
