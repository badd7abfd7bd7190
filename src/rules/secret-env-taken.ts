import { placedLegs } from './places';
import type { DeclarationRule, Finding } from './rule';
import { isOfSigning } from './signings';
import { type Leg, secretsGivenTo } from '../model/jobs';
import type { Model, SecretModel } from '../model/model';

/** What our own parts of the build step are told by. */
const OF_THE_BUILD_STEP = [
  'OPTIONAL_SECRETS', 'ENV_WITHOUT', 'SIGNING_ARTIFACTS', 'SIGNING_CERTIFICATES', 'SIGNING_DOC_URL', 'SIGNING_FILES', 'SIGNING_NOTARY',
  'RETRY_ATTEMPTS', 'RETRY_DOC_URL', 'RETRY_LEG', 'RETRY_REASON', 'RETRY_SECONDS',
];

export const secretEnvTaken: DeclarationRule = {
  id: 'secret-env-taken',
  level: 'error',
  about: 'declaration',
  cause: "Two secrets of one platform, or a secret or a signing and the platform's `env`, would be in one environment variable: only one of the two reaches the build, "
    + 'and while an optional secret is absent neither does.',
  cure: "Give the secret another variable by `envName`, or by the group's `env`. What is set while an optional secret is absent stands in its `envWithout`.",
  check: (model) => placedLegs(model).flatMap((leg) =>
    [...taken(model, leg), ...takenFromSigning(model, leg)].map((finding) => ({ where: `${leg.where} secrets`, ...finding }))),
};

/** GitHub takes variables of one step for the same in upper and lower case. */
function taken(model: Model, leg: Leg): Omit<Finding, 'where'>[] {
  const { env, signing } = leg.platform;
  const holders = new Map<string, string>([
    ...OF_THE_BUILD_STEP.map((name): [string, string] => [name, 'which the build step needs itself']),
    ...model.signings.filter(({ title }) => signing.includes(title)).flatMap(({ title, env: own }) =>
      Object.keys(own).map((name): [string, string] => [name, `which '${title}' sets`])),
    ...Object.keys(env).map((name): [string, string] => [name.toUpperCase(), "which the platform's env sets"]),
  ]);
  return eachOnce(secretsGivenTo(model, leg)).flatMap((each) => Object.entries(each.env).flatMap(([variable, secret]) => {
    const holder = holders.get(variable.toUpperCase());
    if (holder === undefined) {
      holders.set(variable.toUpperCase(), `which holds the secret '${secret}'`);
      return [];
    }
    return [{ what: `the secret '${secret}' would be in the variable '${variable}', ${holder}`, fix: cure(holder.endsWith('env sets'), isOfSigning(model, each)) }];
  }));
}

/** Two of one title are one to whoever reads the message, and another rule says that they differ. */
function eachOnce(secrets: readonly SecretModel[]): SecretModel[] {
  return [...new Map(secrets.map((secret) => [secret.title, secret])).values()];
}

/** What a signing sets itself is no secret, and no less its own. */
function takenFromSigning({ signings }: Model, { platform: { env, signing } }: Leg): Omit<Finding, 'where'>[] {
  const given = Object.keys(env).map((name) => name.toUpperCase());
  const set = signings.filter(({ title }) => signing.includes(title))
    .flatMap(({ title, env: own }) => Object.keys(own).map((name) => ({ title, name })));
  return set.filter(({ name }) => given.includes(name)).map(({ title, name }) => ({
    what: `the variable '${name}', which '${title}' sets, stands in the platform's env as well`,
    fix: 'Leave the variable out of env.',
  }));
}

/** The tool that signs reads variables of these names and no others. */
function cure(bySetting: boolean, signs: boolean): string {
  if (signs) {
    return bySetting ? 'Leave the variable out of env.' : 'Leave one of the two out: the tool that signs reads the variable of that name.';
  }
  return bySetting
    ? 'Leave the variable out of env, or give the secret another one by envName. What is set while an optional secret is absent stands in its envWithout.'
    : 'Give it another variable: envName, or env of the group.';
}
