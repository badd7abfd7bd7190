import type { Release } from './pin';

/** The commit of each tag. */
export type Tags = ReadonlyMap<string, string>;

const LINE = /^([0-9a-f]{40})\trefs\/tags\/(.+?)(\^\{\})?$/;
/** A whole version, and no pre-release. */
const VERSION = /^v?((?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*))$/;

/** Reads what `git ls-remote --tags` prints: an annotated tag is followed by the commit that it means. */
export function readTags(output: string): Tags {
  const tags = new Map<string, string>();
  for (const line of output.split('\n')) {
    const [, id, name, peeled] = LINE.exec(line) ?? [];
    if (id && (peeled || !tags.has(name))) tags.set(name, id);
  }
  return tags;
}

/** The tags that stand for one version each. `v4`, which is moved from version to version, is none of them. */
export function releasesOf(tags: Tags): Release[] {
  return [...tags].filter(([name]) => VERSION.test(name)).map(([version, commit]) => ({ version, commit }));
}

export function newestOf(releases: readonly Release[]): Release | undefined {
  return releases.reduce<Release | undefined>((newest, release) =>
    newest && compareVersions(newest.version, release.version) >= 0 ? newest : release, undefined);
}

/** As numbers, and a pre-release as the version that it comes before. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  return left.map((number, index) => number - right[index]).find((difference) => difference !== 0) ?? 0;
}

function numbers(version: string): number[] {
  const parts = version.replace(/^v/, '').split(/[-+]/)[0].split('.').map(Number);
  return [0, 1, 2].map((index) => parts[index] || 0);
}
