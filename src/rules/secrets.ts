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

/** No step is given it: an action or a script of ours reads it, under a name of its own. */
export function isOfCredential({ names, env }: SecretModel): boolean {
  return names.length > 0 && !Object.keys(env).length;
}

function kindOfPlace(secret: SecretModel): string {
  const { usedBy: { repositories, targets } } = secret;
  return isOfCredential(secret) ? `the credential of ${[...repositories, ...targets].join(', ')}` : 'secrets';
}
