import type { PlannedEvent } from './plan';
import { MAX_TAG_BYTES } from '../../github/limits';
import { runName } from '../../github/names';
import { decideTag } from '../../github/tag-filters';
import { type GUARD_FACTS } from '../../render/workflow/guard-job';

/** What a guard hands on, as far as it is known before the run. The commits are not. */
export type GuardFacts = Readonly<Record<(typeof GUARD_FACTS)[number], string>>;

const REST = '(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?';
const CORES = ['[0-9]+\\.[0-9]+\\.[0-9]+', '[0-9]+\\.[0-9]+'];
/** The order of assets/guard.sh: three numbers before two, behind a `v` before anywhere. */
const VERSIONS = CORES.flatMap((core) => [
  new RegExp(`(?:^|.*[^0-9A-Za-z.])v(${core}${REST})$`),
  new RegExp(`(?:^|[^0-9.])(${core}${REST})$`),
]);

/** The version in a tag, found as assets/guard.sh finds it; GitHub takes no longer one. */
export function versionOf(tag: string): string | undefined {
  const found = Buffer.byteLength(tag) > MAX_TAG_BYTES ? [] : VERSIONS.map((pattern) => pattern.exec(tag)?.[1]);
  return found.find((version) => version !== undefined);
}

/** What assets/guard.sh makes of an event, with the tag patterns of its build. */
export function guardFacts(tags: readonly string[], { refType, refName }: PlannedEvent): GuardFacts {
  const name = runName(refName);
  if (refType !== 'tag') {
    return { real: 'false', tag: '', name, version: '', prerelease: 'false' };
  }
  const found = versionOf(refName);
  const version = found ?? name;
  const prerelease = found !== undefined && version.split('+')[0].includes('-');
  return { real: String(decideTag(tags, refName).matches), tag: refName, name, version, prerelease: String(prerelease) };
}
