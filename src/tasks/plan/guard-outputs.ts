import type { PlannedEvent } from './plan';
import { runName } from '../../github/names';
import { decideTag } from '../../github/tag-filters';
import { isPrereleaseTag, versionOf } from '../../github/tag-versions';
import { type GUARD_FACTS } from '../../render/workflow/guard-job';

/** What a guard hands on, as far as it is known before the run. The commits are not. */
export type GuardFacts = Readonly<Record<(typeof GUARD_FACTS)[number], string>>;

/** What assets/guard.sh makes of an event, with the tag patterns of its build. */
export function guardFacts(tags: readonly string[], { name: event, refType, refName }: PlannedEvent): GuardFacts {
  const name = event === 'pull_request' ? 'pr-NUMBER' : runName(refName);
  if (refType !== 'tag') {
    return { real: 'false', tag: '', name, version: '', prerelease: 'false' };
  }
  // what GitHub starts by its filters they have matched
  const real = event === 'push' || decideTag(tags, refName).matches;
  return { real: String(real), tag: refName, name, version: versionOf(refName) ?? name, prerelease: String(isPrereleaseTag(refName)) };
}
