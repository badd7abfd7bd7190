import type { DeclarationRule } from './rule';
import { hostedRunners } from './runner-labels';

export const runnerLabelMoving: DeclarationRule = {
  id: 'runner-label-moving',
  level: 'notice',
  about: 'declaration',
  cause: 'This label names another system from time to time, so the same tag may build something else later.',
  cure: 'Use the label of a version.',
  // the jobs that publish build nothing
  check: (model) => hostedRunners({ ...model, publish: [] }).filter(({ runner }) => runner.status === 'moving').map(({ where, runner: { label, successor } }) => ({
    where,
    what: `the runner '${label}' becomes another system from time to time`,
    fix: `Use '${successor}'.`,
  })),
};
