import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { expressionsIn } from './workflow-texts';
import type { PlatformModel } from '../model/model';

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability */
const OF_STEPS = {
  absent: /(?<![\w.-])(secrets|env|jobs|steps)(?=\s*(?:[.[,)=!&|<>]|$))/i,
  present: 'github, vars, inputs, needs, matrix, runner, strategy and job',
  secretFix: "Declare the secret in the platform's secrets: the build step is given it.",
};

const REACH = {
  env: OF_STEPS,
  jobEnv: OF_STEPS,
  container: {
    absent: /(?<![\w.-])(secrets|env|job|jobs|matrix|runner|steps|strategy)(?=\s*(?:[.[,)=!&|<>]|$))/i,
    present: 'github, vars, inputs and needs',
    secretFix: 'Patch the container of the job build in tagBuild.workflow.',
  },
};

export const expressionOutOfReach: DeclarationRule = {
  id: 'expression-out-of-reach',
  level: 'error',
  about: 'declaration',
  cause: "A platform's `env` goes to several of its steps, with `jobEnv` to all, the first included, and to actions of others: it can hold neither what earlier steps made nor a secret. "
    + 'A `container` is made before its job starts, when there is no runner yet either; GitHub then refuses the whole workflow.',
  cure: 'Use the contexts `github`, `vars`, `inputs` and `needs` there. Declare a secret in `secrets`; '
    + 'set any other value in the `env` of an own step.',
  check: (model) => placedLegs(model).flatMap(({ platform, where }) => (['env', 'jobEnv', 'container'] as const)
    .flatMap((option) => contexts(declaredIn(platform, option), REACH[option].absent).map((context) => ({
      where: `${where} ${option}`,
      what: `has \${{ ${context} }}, which is not to be had there; there are ${REACH[option].present}`,
      fix: context === 'secrets' ? REACH[option].secretFix : 'Set the value in the env of an own step.',
    })))),
};

/** What is in `jobEnv` is in `env` as well, unless that says otherwise. */
function declaredIn(platform: PlatformModel, option: keyof typeof REACH): unknown {
  const { env, jobEnv } = platform;
  return option === 'env' ? Object.fromEntries(Object.entries(env).filter(([name, value]) => jobEnv[name] !== value)) : platform[option];
}

function contexts(value: unknown, absent: RegExp): string[] {
  const expressions = expressionsIn(JSON.stringify(value ?? {}));
  return [...new Set(expressions.flatMap((expression) => absent.exec(expression)?.[1].toLowerCase() ?? []))];
}
