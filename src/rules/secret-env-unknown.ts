import type { DeclarationRule } from './rule';
import { whereIs } from './secrets';
import { suggestion } from '../text/suggestion';

export const secretEnvUnknown: DeclarationRule = {
  id: 'secret-env-unknown',
  level: 'error',
  about: 'declaration',
  cause: 'The `env` of a group of secrets names a secret that the group does not have.',
  cure: 'Add the secret to `secrets`, or correct its name. The variable stands on the left, the secret on the right.',
  check: ({ secrets }) => secrets.flatMap((secret) => Object.entries(secret.env)
    .filter(([, name]) => !secret.names.includes(name))
    .map(([variable, name]) => ({
      where: `${whereIs(secret)} env`,
      what: `'${variable}' is to hold the secret '${name}', which is not in the group`,
      fix: suggestion(name, secret.names),
    }))),
};
