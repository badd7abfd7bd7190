import type { DeclarationRule } from './rule';

export const appClientId: DeclarationRule = {
  id: 'app-client-id',
  level: 'error',
  about: 'declaration',
  cause: 'The client id of a GitHub App is stored nowhere, in two places, or in a variable of a malformed name.',
  cure: 'Name either the variable or the secret that holds it.',
  check: ({ repositories }) => repositories.flatMap(({ name, credential }, index) => {
    if (credential.kind !== 'github-app') {
      return [];
    }
    const { clientIdVariable, clientIdSecret } = credential;
    const named = [clientIdVariable, clientIdSecret].filter(Boolean).length;
    return named === 1 && /^(\w+|)$/.test(clientIdVariable) ? [] : [{
      where: `repositories[${index}] ${name}`,
      what: named === 1
        ? `the variable '${clientIdVariable}' has other characters than letters, digits and '_'`
        : `the client id of its GitHub App is stored in ${named} places; one is needed`,
      fix: "Write clientId: { variable: 'APP_CLIENT_ID' } or clientId: { secret: 'APP_CLIENT_ID' }.",
    }];
  }),
};
