import type { Finding, Obstacle } from './rule';
import type { Hindrance } from '../github/checkout-paths';
import { ANOTHER } from '../model/outputs';

/** A finding for each file that something of a kind keeps from being written. */
export function obstacleFindings(obstacles: readonly Obstacle[], kind: Hindrance['kind'], cure: string): Finding[] {
  return obstacles.filter((obstacle) => obstacle.kind === kind).map(({ option, path, is }) => ({
    where: option,
    what: `'${path}' ${is}`,
    fix: option === 'models' || option === 'publish' ? `${cure}.` : `${cure}, or choose ${ANOTHER[option]}`,
  }));
}
