import { expressionsIn } from './expressions';
import { type DeclarationRule, platformAt } from './rule';

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability */
const OUT_OF_REACH = /(?<![\w.-])(secrets|env|job|jobs|matrix|runner|steps|strategy)\s*[.[]/i;

export const expressionOutOfReach: DeclarationRule = {
  id: 'expression-out-of-reach',
  level: 'error',
  about: 'declaration',
  cause: "A platform's `env` and `container` are evaluated before its job starts, when there are no secrets, steps or runner yet; "
    + 'GitHub then refuses the whole workflow.',
  cure: 'Use the contexts `github`, `vars`, `inputs` and `needs` there. Declare a secret in `secrets`; '
    + 'set any other value in the `env` of an own step.',
  check: ({ platforms }) => platforms.flatMap((platform, index) => Object.entries({ env: platform.env, container: platform.container })
    .flatMap(([option, value]) => contexts(value).map((context) => ({
      where: `${platformAt(index, platform)} ${option}`,
      what: `has \${{ ${context} }}, which does not exist yet when it is evaluated; there are github, vars, inputs and needs`,
      fix: context === 'secrets' ? secretFix[option] : 'Set the value in the env of an own step.',
    })))),
};

const secretFix: Readonly<Record<string, string>> = {
  env: "Declare the secret in the platform's secrets: the build step is given it.",
  container: 'Patch the container of the job build in tagBuild.workflow.',
};

function contexts(value: unknown): string[] {
  const expressions = expressionsIn(JSON.stringify(value ?? {}));
  return [...new Set(expressions.flatMap((expression) => OUT_OF_REACH.exec(expression)?.[1].toLowerCase() ?? []))];
}
