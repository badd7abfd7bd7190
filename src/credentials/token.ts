import type { CredentialKind } from './credential-kind';

/** A personal access token in a secret. */
export const token: CredentialKind<{ kind: 'token'; secret: string }> = {
  secrets: ({ secret }) => [secret],
  guardField: ({ secret }) => `token:${secret}`,
  guardEnv: ({ secret }) => ({ [`TOKEN_${secret}`]: `\${{ secrets.${secret} }}` }),
  checkoutInputs: ({ secret }) => ({ token: `\${{ secrets.${secret} }}` }),
};
