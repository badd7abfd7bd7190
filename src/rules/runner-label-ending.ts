import type { DeclarationRule } from './rule';
import { hostedRunners } from './runner-labels';

export const runnerLabelEnding: DeclarationRule = {
  id: 'runner-label-ending',
  level: 'warning',
  about: 'declaration',
  cause: 'GitHub has said when it takes this runner away.',
  cure: 'Move to the label that follows it before that day.',
  check: (model) => hostedRunners(model).flatMap(({ where, runner: { label, status, successor } }) =>
    typeof status === 'object' && 'ending' in status ? [{
      where,
      what: `the runner '${label}' goes away on ${status.ending}, and jobs may fail from ${status.since} on`,
      fix: `Use '${successor}'.`,
    }] : []),
};
