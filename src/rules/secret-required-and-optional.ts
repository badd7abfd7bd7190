import type { DeclarationRule } from './rule';
import { namedSecrets } from './secrets';
import type { Model } from '../model/model';
import { looksLikeToken } from '../text/tokens';

export const secretRequiredAndOptional: DeclarationRule = {
  id: 'secret-required-and-optional',
  level: 'error',
  about: 'declaration',
  cause: 'A secret is declared as required in one place and as optional in another.',
  cure: 'Decide for one of them.',
  check: (model) => [...both(model)].map((name) => ({
    where: 'secrets',
    what: `'${name}' is declared both as required and as optional`,
    fix: 'Decide for one of them. The credential of a repository is always required.',
  })),
};

function both(model: Model): Set<string> {
  const names = (required: boolean) => namedSecrets({ ...model, secrets: model.secrets.filter((secret) => secret.required === required) })
    .filter(({ name }) => !looksLikeToken(name))
    .map(({ name }) => name.toUpperCase());
  const optional = names(false);
  return new Set(names(true).filter((name) => optional.includes(name)));
}
