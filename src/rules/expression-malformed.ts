import { complain, type DeclarationRule } from './rule';
import { expressionComplaint, type ExpressionPlace, IF_OF_STEP, IN_STEP } from '../github/expression-places';
import type { TextUse } from '../schema/field';

/** Where other rules say what is not to be had at one place, all that is to be had in a step. */
const PLACES: Partial<Record<TextUse, ExpressionPlace>> = {
  code: IN_STEP,
  condition: { ...IF_OF_STEP, contexts: IN_STEP.contexts },
};

export const expressionMalformed: DeclarationRule = {
  id: 'expression-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'What stands in `${{ }}`, or in an `if`, is no expression that GitHub can read: it is not closed or not complete, or names a context or a function that does not exist. GitHub then starts no job of the whole workflow.',
  cure: 'Correct the expression. Texts stand in single quotes, two things are compared by `==`, and there is no arithmetic. Write `${{ \'${{\' }}` for braces that are to stay.',
  check: (_model, { declared }) => declared.texts.flatMap(({ where, use, text }) => {
    const place = PLACES[use];
    const complaint = place && expressionComplaint(text, place);
    return complaint ? [complain(where, complaint.expression, complaint)] : [];
  }),
};
