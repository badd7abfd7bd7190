import type { DeclarationRule } from './rule';
import { type Twins, twinsOf, variablesOf } from './twins';
import { secretsGivenTo } from '../model/jobs';

export const twinWithoutSecret: DeclarationRule = {
  id: 'twin-without-secret',
  level: 'warning',
  about: 'declaration',
  cause: 'Two platforms build the same by the same commands for two architectures, and one of them is given a secret, such as what signs, that the other is not: half of what is published is unsigned.',
  cure: 'Declare it for both, as one constant; or, if the architecture is the reason, switch the rule off with it. A platform that may fail is not compared.',
  check: (model) => twinsOf(model).filter(hasNothingElse).flatMap(({ leg, twin }) => {
    const given = variablesOf(model, leg);
    const missing = secretsGivenTo(model, { job: leg.job, platform: twin }).filter(({ title, env }) =>
      !leg.platform.secrets.includes(title) && !Object.keys(env).some((name) => given.includes(name.toUpperCase())));
    return missing.map(({ title }) => ({
      where: leg.where,
      what: `is not given '${title}', which '${twin.name}' is for the same commands`,
      fix: `Declare it in ${twin.signing.includes(title) ? 'signing' : 'secrets'} here, too.`,
    }));
  }),
};

/** With secrets of its own it is another build, or signed in another way. */
function hasNothingElse({ leg: { platform }, twin }: Twins): boolean {
  return platform.secrets.every((title) => twin.secrets.includes(title));
}
