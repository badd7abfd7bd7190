import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { secretsGivenTo } from '../model/jobs';

export const secretEnvTaken: DeclarationRule = {
  id: 'secret-env-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two secrets of one platform would be in one environment variable, and the build would see the last one only.',
  cure: 'Give one of them another variable: `envName`, or `env` of the group.',
  check: (model) => placedLegs(model).flatMap((leg) => {
    const variables = secretsGivenTo(model, leg).flatMap(({ env }) => Object.entries(env));
    return variables.filter(([variable], at) => variables.findIndex(([other]) => other === variable) < at).map(([variable, secret]) => ({
      where: `${leg.where} secrets`,
      what: `the secret '${secret}' would be in the variable '${variable}', which holds '${Object.fromEntries([...variables].reverse())[variable]}'`,
      fix: 'Give it another variable: envName, or env of the group.',
    }));
  }),
};
