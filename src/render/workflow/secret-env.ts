import type { Model, PlatformModel, SecretModel } from '../../model/model';
import { oneLine } from '../doc/markdown';
import { slug } from '../doc/slug';

/** Those that the guard can see: all but the ones that only legs with an environment use. */
export function secretsBeforeTheBuild({ secrets, platforms }: Model): SecretModel[] {
  const withoutEnvironment = platforms.filter(({ environment }) => !environment).map(({ name }) => name);
  return secrets.filter(({ usedBy }) => usedBy.repositories.length || usedBy.steps
    || usedBy.platforms.some((name) => withoutEnvironment.includes(name)));
}

/** Those that may live in a platform's environment, where only its leg sees them. */
export function secretsOfEnvironment({ secrets }: Model, { environment, name }: PlatformModel): SecretModel[] {
  return environment ? secrets.filter(({ usedBy }) => usedBy.platforms.includes(name)) : [];
}

/** One a line: required or optional, where the doc speaks of it, the names, what for. */
export function secretLines(secrets: readonly SecretModel[]): string {
  return secrets
    .map(({ required, title, names, purpose }) =>
      `${required ? 'required' : 'optional'} ${slug(title)} ${names.join(',')} ${oneLine(purpose)}`)
    .join('\n');
}

/** Whether each is set. A check needs no value, so it is given none. */
export function secretStates(secrets: readonly { readonly names: readonly string[] }[]): Record<string, string> {
  const names = secrets.flatMap((secret) => secret.names);
  return Object.fromEntries(names.map((name) => [`SET_${name}`, `\${{ secrets.${name} != '' }}`]));
}
