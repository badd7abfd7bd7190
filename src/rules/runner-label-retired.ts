import type { DeclarationRule } from './rule';
import { hostedRunners } from './runner-labels';

export const runnerLabelRetired: DeclarationRule = {
  id: 'runner-label-retired',
  level: 'error',
  about: 'declaration',
  cause: 'GitHub has taken this runner away: the job would wait for a day and then fail.',
  cure: 'Use the label that follows it.',
  check: (model) => hostedRunners(model).flatMap(({ where, runner: { label, status, successor } }) =>
    typeof status === 'object' && 'retired' in status ? [{
      where,
      what: `the runner '${label}' has been gone since ${status.retired}, so the job would never start`,
      fix: `Use '${successor}'.`,
    }] : []),
};
