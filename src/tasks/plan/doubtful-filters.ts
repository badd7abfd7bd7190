import type { Objection } from './plan';
import type { PlanInput } from './plan-input';
import { decideTag } from '../../github/tag-filters';

/** Filters of which nobody documents whether they match the tag. */
export function filterDoubtful({ event, models }: PlanInput): Objection[] {
  return event.name !== 'push' || event.refType !== 'tag' ? [] : models.flatMap(({ id, tags }) => {
    const { isDoubtful, decidedBy = '' } = decideTag(tags, event.refName);
    const plain = decidedBy.replace(/^!/, '').replace(/(^|\/)(?:\*\*\/)+/g, '$1');
    return isDoubtful ? [{
      id: 'filter-doubtful',
      message: `Whether tag ${event.refName} starts '${id}' is not known: of paths GitHub documents that '**/' may be empty, as it would have to be in '${decidedBy}', and of tags it says nothing.`,
      cure: `Put '${plain}' behind it for such tags to start it, or '!${plain}' for them not to.`,
      prevents: false,
    }] : [];
  });
}
