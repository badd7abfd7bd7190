import type { DeclarationRule } from './rule';
import { WORKFLOW_ID } from '../github/limits';
import { stepTargetsOf } from '../model/publish';
import { isKeptKey } from '../schema/field';

export const jobIdMalformed: DeclarationRule = {
  id: 'job-id-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A build job, or a job of your own that publishes, has an id that GitHub refuses, or that JavaScript keeps for itself.',
  cure: 'Use letters, digits, `_` and `-`, fewer than 100, with a letter or one `_` first.',
  check: (model) => [...model.jobs, ...stepTargetsOf(model)].filter(({ id }) => !WORKFLOW_ID.test(id) || isKeptKey(id)).map(({ id, declaredAt }) => ({
    where: declaredAt,
    what: WORKFLOW_ID.test(id)
      ? `the id '${id}' is a name that JavaScript keeps for itself`
      : `the id '${id}' is not made of letters, digits, '_' and '-', fewer than 100, with a letter or one '_' first`,
    fix: "Choose one such as 'web'.",
  })),
};
