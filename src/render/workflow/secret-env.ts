import { isSetVariables } from '../../model/conditions';
import type { SecretModel, StepModel } from '../../model/model';
import { oneLine, slug } from '../../text/markdown';

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

/** For the job whose steps ask for it. */
export function statesAskedBy(steps: readonly StepModel[]): Record<string, string> {
  return Object.fromEntries(Object.entries(isSetVariables(steps)).map(([variable, name]) => [variable, `\${{ secrets.${name} != '' }}`]));
}
