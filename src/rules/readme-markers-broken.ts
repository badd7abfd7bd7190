import type { ProjectRule } from './rule';
import { type MarkerProblem, spliceSection } from '../render/markers';

export const readmeMarkersBroken: ProjectRule = {
  id: 'readme-markers-broken',
  level: 'error',
  about: 'project',
  cause: "The README's section lies between two HTML comments, and one of them is missing, stands twice, or they are the wrong way round.",
  cure: 'Mend the pair by hand, or delete both comments and what lies between them: the section is then appended anew.',
  check: ({ model, readme }) => {
    const result = spliceSection(readme, model.id, '');
    return 'text' in result ? [] : [{
      where: `${model.readme.path} line ${result.lines.join(' and ')}`,
      what: reasons[result.problem],
      fix: 'Mend the pair, or delete both comments with what lies between them: the section is then appended anew.',
    }];
  },
};

const reasons: Readonly<Record<MarkerProblem, string>> = {
  'begin-missing': 'the section ends here, but the comment where it begins is missing',
  'end-missing': 'the section begins here, but the comment where it ends is missing',
  'wrong-order': 'the comment that ends the section stands before the one that begins it',
  'duplicate': 'the comments of the section stand here more than once',
  'fence-unclosed': 'a code fence begins here and never ends, so that the section would become part of the code',
  'overlap': 'the section of another build begins or ends inside this one',
};
