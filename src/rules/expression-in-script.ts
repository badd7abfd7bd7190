import { ownSteps } from './own-steps';
import { type DeclarationRule, type Finding, platformAt } from './rule';

export const expressionInScript: DeclarationRule = {
  id: 'expression-in-script',
  level: 'error',
  about: 'declaration',
  cause: 'GitHub pastes the value of `${{ }}` into a script before the shell reads it, so a value can run as a command.',
  cure: "Hand the value over in the step's or platform's `env`, and read the variable in the script, in quotes.",
  check: (model) => [
    ...model.platforms.flatMap((platform, index) => platform.run.some(hasExpression) ? [finding(platformAt(index, platform))] : []),
    ...ownSteps(model).filter(({ step }) => hasExpression(step.run ?? '')).map(({ where }) => finding(where)),
  ],
};

function hasExpression(script: string): boolean {
  return script.includes('${{');
}

function finding(where: string): Finding {
  return {
    where,
    what: 'has ${{ }} in a script, where a value can run as a command',
    fix: 'Hand the value over in env, and read the variable in the script, in quotes: "$NAME".',
  };
}
