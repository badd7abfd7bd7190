import { ownSteps } from './own-steps';
import type { DeclarationRule } from './rule';
import { WORKFLOW_ID } from '../github/limits';

export const stepIdMalformed: DeclarationRule = {
  id: 'step-id-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'An own step has an id that GitHub refuses.',
  cure: 'Use letters, digits, `_` and `-`, fewer than 100, with a letter or one `_` first; or leave it out.',
  check: (model) => ownSteps(model).filter(({ step: { id } }) => id !== undefined && !WORKFLOW_ID.test(id)).map(({ where, step }) => ({
    where,
    what: `GitHub does not take the id '${step.id}'; it takes letters, digits, '_' and '-', fewer than 100, with a letter or one '_' first`,
    fix: 'Choose another id, or leave it out: one is then made from the name.',
  })),
};
