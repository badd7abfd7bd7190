import type { Model, SecretModel } from '../model/model';
import { looksLikeToken } from '../text/tokens';

/** Every name of a secret, with the place it was declared in. */
export function namedSecrets({ secrets }: Model): { readonly where: string; readonly name: string }[] {
  return secrets.flatMap((secret) => secret.names.map((name) => ({ where: secret.title === name ? kindOfPlace(secret) : whereIs(secret), name })));
}

/** A place that is safe to print. */
export function whereIs(secret: SecretModel): string {
  return looksLikeToken(secret.title) ? kindOfPlace(secret) : `${kindOfPlace(secret)} '${secret.title}'`;
}

function kindOfPlace({ usedBy: { repositories } }: SecretModel): string {
  return repositories.length ? `the credential of ${repositories.join(', ')}` : 'secrets';
}
