import { complain, type DeclarationRule } from './rule';
import { tagFilterProblem } from '../github/tag-filters';

export const tagPatternImpossible: DeclarationRule = {
  id: 'tag-pattern-impossible',
  level: 'error',
  about: 'declaration',
  cause: "A tag filter can match no tag, or GitHub refuses it. Filters are GitHub's own and neither regular expressions nor a shell's.",
  cure: 'Write it in GitHub\'s filter syntax: `*` is anything but `/`, `**` anything, `[0-9]+` a number, `!` in front excludes.',
  check: ({ tags }) => tags.flatMap((pattern, index) => {
    const complaint = tagFilterProblem(pattern);
    return complaint ? [complain(`tags[${index}]`, pattern, complaint)] : [];
  }),
};
