import type { PlannedEvent } from './plan';
import { runName } from '../../github/names';
import { decideTag } from '../../github/tag-filters';
import { versionOf } from '../../github/tag-versions';
import { type GUARD_FACTS } from '../../render/workflow/guard-job';

/** What a guard hands on, as far as it is known before the run. The commits are not. */
export type GuardFacts = Readonly<Record<(typeof GUARD_FACTS)[number], string>>;

/** What assets/guard.sh makes of an event, with the tag patterns of its build. */
export function guardFacts(tags: readonly string[], { name: event, refType, refName }: PlannedEvent): GuardFacts {
  const name = event === 'pull_request' ? 'pr-NUMBER' : runName(refName);
  if (refType !== 'tag') {
    return { real: 'false', tag: '', name, version: '', prerelease: 'false' };
  }
  const found = versionOf(refName);
  const version = found ?? name;
  const prerelease = found !== undefined && version.split('+')[0].includes('-');
  return { real: String(decideTag(tags, refName).matches), tag: refName, name, version, prerelease: String(prerelease) };
}
