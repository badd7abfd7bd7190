import { placedLegs } from './places';
import { type DeclarationRule, type Finding, repeated } from './rule';
import { type Leg, secretsGivenTo } from '../model/jobs';
import type { Model } from '../model/model';
import { commitVariable, versionVariables } from '../model/versions';

export const versionEnvTaken: DeclarationRule = {
  id: 'version-env-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Own steps are to be told the version and the commits, and a platform or a secret uses a variable of the same name, or two repositories have one.',
  cure: 'Give the other one another name, or leave `version.env` out and hand over what is needed in the `env` of a step.',
  check: (model) => [
    ...placedLegs(model).flatMap((leg) => taken(model, leg).map((finding) => ({ where: `${leg.where} ${finding.where}`, ...finding.rest }))),
    ...model.version.env ? repeated(model.repositories, commitVariable).map(({ value, first }) => ({
      where: 'version.env',
      what: `the commits of '${first.name || first.id}' and '${value.name || value.id}' would both be in '${commitVariable(value)}'`,
      fix: 'Leave env out, and hand the commits over in the env of a step.',
    })) : [],
  ],
};

/** GitHub takes variables of one step for the same in upper and lower case. */
function taken(model: Model, leg: Leg): { readonly where: string; readonly rest: Omit<Finding, 'where'> }[] {
  const { env, signing } = leg.platform;
  const secrets = secretsGivenTo(model, leg);
  const signings = model.signings.filter(({ title }) => signing.includes(title));
  const holders: readonly (readonly [string, readonly string[]])[] = [
    ['env', Object.keys(env)],
    ['secrets', [...secrets.flatMap((secret) => [...Object.keys(secret.env), ...Object.keys(secret.envWithout)]), ...signings.flatMap((one) => Object.keys(one.env))]],
  ];
  const ours = versionVariables(model);
  return holders.flatMap(([where, names]) => names.filter((name) => ours.includes(name.toUpperCase())).map((name) => ({
    where,
    rest: {
      what: `the variable '${name}' is one that version.env sets`,
      fix: where === 'env' ? 'Give it another name, or leave version.env out.' : 'Give the secret another variable, or leave version.env out.',
    },
  })));
}
