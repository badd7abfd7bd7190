/** A version by semver. */
export interface Version {
  readonly numbers: readonly bigint[];
  /** The parts behind the hyphen; none for a release. */
  readonly prerelease: readonly string[];
}

const SHAPE = /^(\d+)\.(\d+)(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/** @see https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string */
const SEMVER = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/** Whether it is one strictly: three numbers, and no zeros in front. */
export function isSemver(text: string): boolean {
  return SEMVER.test(text);
}

/** Versions are the same whatever stands behind a plus. */
export function withoutBuild(version: string): string {
  return version.split('+')[0];
}

/** A version of two or three numbers; undefined for anything else. */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch = '0', prerelease] = SHAPE.exec(text) ?? [];
  return major === undefined ? undefined : { numbers: [major, minor, patch].map(BigInt), prerelease: prerelease?.split('.') ?? [] };
}

/**
 * Negative where the first is lower.
 *
 * @see https://semver.org/#spec-item-11
 */
export function compareVersions(one: Version, other: Version): number {
  for (const [index, number] of one.numbers.entries()) {
    if (number !== other.numbers[index]) {
      return number < other.numbers[index] ? -1 : 1;
    }
  }
  return comparePrereleases(one.prerelease, other.prerelease);
}

function comparePrereleases(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) {
    return other.length - one.length;
  }
  for (const [index, part] of one.entries()) {
    const difference = index < other.length ? compareParts(part, other[index]) : 1;
    if (difference !== 0) {
      return difference;
    }
  }
  return one.length - other.length;
}

/** Numbers are lower than words. */
function compareParts(one: string, other: string): number {
  const [isNumber, isOtherNumber] = [one, other].map((part) => /^\d+$/.test(part));
  if (isNumber && isOtherNumber) {
    return Number(BigInt(one) - BigInt(other));
  }
  return isNumber ? -1 : isOtherNumber ? 1 : one < other ? -1 : one > other ? 1 : 0;
}
