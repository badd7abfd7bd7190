import { allCredentials } from './credentials';
import type { DeclarationRule } from './rule';
import { kindOf } from '../credentials/credential-kinds';

export const appClientId: DeclarationRule = {
  id: 'app-client-id',
  level: 'error',
  about: 'declaration',
  cause: 'The client id of a GitHub App is stored nowhere, in two places, or in a variable of a malformed name.',
  cure: 'Name either the variable or the secret that holds it.',
  check: (model) => allCredentials(model).flatMap(({ where, credential }) => {
    const complaint = kindOf(credential).complaint?.(credential);
    return complaint ? [{ where, what: complaint.why, fix: complaint.hint }] : [];
  }),
};
