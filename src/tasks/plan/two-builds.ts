import type { Objection, WorkflowPlan } from './plan';
import { type PlanInput, startsByTag } from './plan-input';
import { decideTag } from '../../github/tag-filters';
import { extensionOf } from '../../github/tag-prefixes';
import { extensionsBetween } from '../../model/tag-extensions';

/** A tag that starts two builds of which it is the one's, and the other's by its beginning only. */
export function startsTwoBuilds({ event, models }: PlanInput, builds: readonly WorkflowPlan[]): Objection[] {
  const starting = event.name === 'push' && event.refType === 'tag' ? models.filter((model) => startsByTag(builds, model)) : [];
  return starting.flatMap((one, index) => starting.slice(index + 1).flatMap((other) => {
    const [ours, theirs] = [one, other].map(({ tags }) => decideTag(tags, event.refName).decidedBy ?? '');
    const extension = extensionsBetween(one, other).length ? extensionOf(ours, theirs) : undefined;
    return extension ? [{
      id: 'starts-two-builds',
      message: `Tag ${event.refName} starts '${one.id}' by '${ours}', and '${other.id}' by '${theirs}'.`,
      cure: `Put '!${extension.longer}' behind '${extension.shorter}' where it is not meant for both.`,
      prevents: false,
    }] : [];
  }));
}
