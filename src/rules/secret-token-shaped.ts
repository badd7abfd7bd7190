import type { DeclarationRule } from './rule';
import { namedSecrets } from './secrets';
import { looksLikeToken } from '../github/secret-names';

export const secretTokenShaped: DeclarationRule = {
  id: 'secret-token-shaped',
  level: 'error',
  about: 'declaration',
  cause: "Where a secret's name belongs stands what looks like a secret's value. It is not repeated in the message.",
  cure: 'Revoke that token, store a new one with `gh secret set NAME`, and write NAME in the declaration.',
  check: (model) => namedSecrets(model).filter(({ name }) => looksLikeToken(name)).map(({ where }) => ({
    where,
    what: 'looks like the value of a secret (not shown here); the name of a secret is needed',
    fix: 'Revoke that token, store a new one with gh secret set NAME, and write NAME here.',
  })),
};
