/** A version by semver, or of less or more numbers. */
export interface Version {
  readonly numbers: readonly bigint[];
  /** The parts behind the hyphen; none for a release. */
  readonly prerelease: readonly string[];
}

const SHAPE = /^(\d+(?:\.\d+)*)(?:[._]?post[._-]?\d*)?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/i;

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

/** A version by semver, or of less or more numbers; a post-release of Python counts as what it stands behind. Undefined for anything else. */
export function parseVersion(text: string): Version | undefined {
  const [, numbers, prerelease] = SHAPE.exec(text) ?? [];
  return numbers === undefined ? undefined : { numbers: numbers.split('.').map(BigInt), prerelease: prerelease?.split('.') ?? [] };
}

/**
 * Negative where the first is lower.
 *
 * @see https://semver.org/#spec-item-11
 */
export function compareVersions(one: Version, other: Version): number {
  for (let index = 0; index < Math.max(one.numbers.length, other.numbers.length); index++) {
    const [left, right] = [one, other].map(({ numbers }) => numbers[index] ?? 0n);
    if (left !== right) {
      return left < right ? -1 : 1;
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
