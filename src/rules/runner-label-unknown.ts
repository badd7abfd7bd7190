import type { DeclarationRule } from './rule';
import { hostedOrUnknown } from './runner-labels';
import { RUNNERS_KNOWN_ON, unknownRunnerLabels } from '../github/runners';

export const runnerLabelUnknown: DeclarationRule = {
  id: 'runner-label-unknown',
  level: 'notice',
  about: 'declaration',
  cause: "The label is none of GitHub's own that were known when this version was made: a larger runner, one of your own, a new one, or a slip of the pen.",
  cure: 'Look at it once more. If it is right, switch the notice off: `ignore: { \'runner-label-unknown\': \'our own runner\' }`.',
  check: (model) => hostedOrUnknown(model).flatMap(({ where, runsOn }) =>
    unknownRunnerLabels(runsOn).filter((label) => label.trim()).map((label) => ({
      where,
      what: `'${label}' is none of GitHub's own runners as of ${RUNNERS_KNOWN_ON}`,
      fix: 'If it is a runner of yours or a new one, nothing needs to be done.',
    }))),
};
