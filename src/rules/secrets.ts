import { looksLikeToken } from '../github/secret-names';
import type { Model, SecretModel } from '../model/model';

/** Every name of a secret, with the place it was declared in. */
export function namedSecrets({ secrets }: Model): { readonly where: string; readonly name: string }[] {
  return secrets.flatMap((secret) => secret.names.map((name) => ({ where: whereIs(secret), name })));
}

/** A place that is safe to print. */
export function whereIs({ title, names, usedBy: { repositories } }: SecretModel): string {
  const user = repositories.length ? `the credential of ${repositories.join(', ')}` : 'secrets';
  return names.includes(title) || looksLikeToken(title) ? user : `${user} '${title}'`;
}
