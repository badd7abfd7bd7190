import { ownSteps } from './own-steps';
import { placedLegs } from './places';
import type { Finding, WorkflowRule } from './rule';
import { texts } from './workflow-texts';
import type { Model } from '../model/model';

export const expressionInScript: WorkflowRule = {
  id: 'expression-in-script',
  level: 'error',
  about: 'workflow',
  cause: 'GitHub pastes the value of `${{ }}` into a script before the shell reads it, so a value can run as a command.',
  cure: 'Hand the value over in `env` of the step, or of the platform whose build it is, and read the variable in the script, in quotes.',
  check: ({ model, workflow }) => {
    const declared = declaredScripts(model).filter(({ script }) => hasExpression(script));
    return [
      ...declared,
      // what was patched in or added has no other place than the workflow itself
      ...scriptsIn(workflow).filter(({ script }) => hasExpression(script) && !declared.some((own) => script.includes(own.script))),
    ].map(({ where }) => finding(where));
  },
};

/** The script of a step, also of one among parallel steps; `env` and `with` may have a key of that name. */
const RUN = /^jobs\.[^.]+\.steps\.[^.]+(\.parallel\.[^.]+)*\.run$/;

interface Script {
  readonly where: string;
  readonly script: string;
}

function declaredScripts(model: Model): Script[] {
  return [
    ...placedLegs(model).map(({ platform, where }) => ({ where, script: platform.run.join('\n') })),
    ...placedLegs(model).map(({ platform, where }) => ({ where: `${where} smokeTest`, script: platform.smokeTest?.run ?? '' })),
    ...ownSteps(model).map(({ where, step }) => ({ where, script: step.run ?? '' })),
  ];
}

function scriptsIn(workflow: unknown): Script[] {
  return texts(workflow).filter(({ path }) => RUN.test(path)).map(({ path, text }) => ({ where: path, script: text }));
}

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
