/** A longer one is nobody's, and to compare two takes each part of one with each of the other. */
const LONGEST = 200;

/** Whether some version fits both ranges; undefined where one of them is no range. */
export function rangesMeet(one: string, other: string): boolean | undefined {
  if ([one, other].some((range) => range.trim() === '' || range.length > LONGEST)) {
    return undefined;
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a synthesis cannot wait for an import
  const { intersects, validRange } = require('./semver') as typeof import('./semver');
  return validRange(one) === null || validRange(other) === null ? undefined : intersects(one, other);
}
