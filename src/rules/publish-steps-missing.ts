import type { DeclarationRule } from './rule';

export const publishStepsMissing: DeclarationRule = {
  id: 'publish-steps-missing',
  level: 'error',
  about: 'declaration',
  cause: 'A job of your own is to publish and has no steps: it would download the files and do nothing.',
  cure: 'Write its steps, or leave the target out.',
  check: ({ publish }) => publish.filter((target) => target.kind === 'steps' && !target.steps.length).map(({ id, declaredAt }) => ({
    where: `${declaredAt} ${id}`,
    what: 'has no steps; at least one is needed',
    fix: "Write them, for instance steps: [{ name: 'Publish', run: './publish.sh' }].",
  })),
};
