import type { DeclarationRule } from './rule';
import { holdsToken, looksLikeToken } from '../text/tokens';

export const secretTokenShaped: DeclarationRule = {
  id: 'secret-token-shaped',
  level: 'error',
  about: 'declaration',
  cause: "What looks like a secret's value stands where a secret's name belongs, or in a text that would be committed with the declaration and with the workflow. "
    + 'It is not repeated in the message.',
  cure: 'Revoke it, store a new one with `gh secret set NAME`, and write NAME in the declaration; own steps read it in `env` as `${{ secrets.NAME }}`.',
  check: (_model, { declared: { texts } }) => [
    ...texts.filter(({ use, text }) => use === 'secret' && looksLikeToken(text)).map(({ where }) => ({
      where,
      what: 'looks like the value of a secret (not shown here); the name of a secret is needed',
      fix: 'Revoke it, store a new one with gh secret set NAME, and write NAME here.',
    })),
    ...texts.filter(({ use, text }) => use !== 'secret' && holdsToken(text)).map(({ where }) => ({
      where,
      what: 'holds what looks like a token or a private key (not shown here)',
      fix: 'Revoke it, store a new one with gh secret set NAME, declare the secret, and read it in env as ${{ secrets.NAME }}.',
    })),
  ],
};
