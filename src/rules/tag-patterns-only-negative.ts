import { complain, type DeclarationRule } from './rule';
import { tagFilterListProblem } from '../github/tag-filters';

export const tagPatternsOnlyNegative: DeclarationRule = {
  id: 'tag-patterns-only-negative',
  level: 'error',
  about: 'declaration',
  cause: 'There is no filter, or none that includes a tag before others exclude, so no tag would start the build as declared.',
  cure: 'Name at least one pattern without `!`, in front of those that exclude.',
  check: ({ tags }) => {
    const complaint = tagFilterListProblem(tags);
    return complaint ? [tags.length ? complain('tags', tags.join("', '"), complaint) : { where: 'tags', what: complaint.why, fix: complaint.hint }] : [];
  },
};
