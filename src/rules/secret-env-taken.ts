import { placedLegs } from './places';
import type { DeclarationRule, Finding } from './rule';
import { secretsGivenTo } from '../model/jobs';
import type { PlatformModel, SecretModel } from '../model/model';

/** What our own parts of the build step are told by. */
const OF_THE_BUILD_STEP = [
  'OPTIONAL_SECRETS', 'ENV_WITHOUT', 'SIGNING_ARTIFACTS', 'SIGNING_CERTIFICATES', 'SIGNING_DOC_URL', 'SIGNING_FILES', 'SIGNING_NOTARY',
];

export const secretEnvTaken: DeclarationRule = {
  id: 'secret-env-taken',
  level: 'error',
  about: 'declaration',
  cause: "Two secrets of one platform, or a secret and the platform's `env`, would be in one environment variable: only one of the two reaches the build, "
    + 'and while an optional secret is absent neither does.',
  cure: "Give the secret another variable by `envName`, or by the group's `env`. What is set while an optional secret is absent stands in its `envWithout`.",
  check: (model) => placedLegs(model).flatMap((leg) =>
    taken(leg.platform, secretsGivenTo(model, leg)).map((finding) => ({ where: `${leg.where} secrets`, ...finding }))),
};

/** GitHub takes variables of one step for the same in upper and lower case. */
function taken({ env }: PlatformModel, secrets: readonly SecretModel[]): Omit<Finding, 'where'>[] {
  const holders = new Map<string, string>([
    ...OF_THE_BUILD_STEP.map((name): [string, string] => [name, 'which the build step needs itself']),
    ...Object.keys(env).map((name): [string, string] => [name.toUpperCase(), "which the platform's env sets"]),
  ]);
  return secrets.flatMap((each) => Object.entries(each.env)).flatMap(([variable, secret]) => {
    const holder = holders.get(variable.toUpperCase());
    if (holder === undefined) {
      holders.set(variable.toUpperCase(), `which holds the secret '${secret}'`);
      return [];
    }
    return [{
      what: `the secret '${secret}' would be in the variable '${variable}', ${holder}`,
      fix: holder.endsWith('env sets')
        ? 'Leave the variable out of env, or give the secret another one by envName. What is set while an optional secret is absent stands in its envWithout.'
        : 'Give it another variable: envName, or env of the group.',
    }];
  });
}
