import type { ProjectRule } from './rule';
import { type MarkerProblem, spliceSection } from '../text/markers';

const MEND_PAIR = 'Mend the pair by hand, or delete both comments with what lies between them: the section is then appended anew.';
const CLOSE_FENCE = 'Close the code fence, or put the two comments of the section where it belongs.';

export const readmeMarkersBroken: ProjectRule = {
  id: 'readme-markers-broken',
  level: 'error',
  about: 'project',
  cause: "The README's section lies between two HTML comments, and one of them is missing, stands twice, or they are the wrong way round.",
  cure: `${MEND_PAIR} A code fence that never ends has to be closed first.`,
  check: ({ model, readme }) => {
    const result = spliceSection(readme, model.id, '');
    return 'text' in result ? [] : [{
      where: `${model.readme.path}, ${result.lines.length === 1 ? 'line' : 'lines'} ${result.lines.join(', ')}`,
      what: reasons[result.problem],
      fix: result.problem === 'fence-unclosed' ? CLOSE_FENCE : MEND_PAIR,
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
