import { environmentsOf } from '../../model/facts';
import type { Model, PlatformModel, SecretModel } from '../../model/model';
import { oneLine, slug } from '../../text/markdown';

/** Those that the guard can see: all but the ones that only legs with an environment use. */
export function secretsBeforeTheBuild(model: Model): SecretModel[] {
  return model.secrets.filter((secret) => !environmentsOf(model, secret).length);
}

/** Those that may live in a platform's environment, where only its leg sees them. */
export function secretsOfEnvironment(model: Model, { environment, name }: PlatformModel): SecretModel[] {
  return environment
    ? model.secrets.filter((secret) => secret.usedBy.platforms.includes(name) || secret.usedBy.steps && environmentsOf(model, secret).length)
    : [];
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
