import { complain, type DeclarationRule } from './rule';
import type { Complaint } from '../github/complaint';
import { isNegativeTagFilter, tagFilterProblem } from '../github/tag-filters';

export const rehearseBranchImpossible: DeclarationRule = {
  id: 'rehearse-branch-impossible',
  level: 'error',
  about: 'declaration',
  cause: "A filter of branches can match none, or GitHub refuses it. Filters are GitHub's own and neither regular expressions nor a shell's.",
  cure: 'Write them as those of `tags`: `*` is anything but `/`, `**` anything, `!` in front excludes, behind a filter that includes.',
  check: ({ rehearse }) => {
    const branches = rehearse?.branches ?? [];
    const excludesFirst = branches[0] !== undefined && isNegativeTagFilter(branches[0]);
    return [
      ...branches.flatMap((pattern, index) => {
        const complaint = tagFilterProblem(pattern);
        return complaint ? [complain(`rehearse.branches[${index}]`, pattern, ofBranches(complaint))] : [];
      }),
      ...excludesFirst ? [{
        where: 'rehearse.branches[0]',
        what: `'${branches[0]}' excludes nothing there, because the last matching filter decides`,
        fix: "Put one that includes some before it; '**' matches every branch.",
      }] : [],
    ];
  },
};

/** Branches and tags have the same filters and the same names. */
function ofBranches({ why, hint }: Complaint): Complaint {
  return { why: why.replace(/\btag\b/g, 'branch'), hint: hint.replace(/\btag\b/g, 'branch') };
}
