import type { OptionalSecretGroupOptions, OptionalSecretOptions, Secret, SecretGroupOptions, SecretOptions } from '../secret';

/** What a secret is called by, in the build and in the doc. */
export function titleOf({ _spec: spec }: Secret): string {
  return 'title' in spec ? spec.title : spec.options.secret;
}

/** A secret as declared: a single one is a group of one. */
export interface Group {
  readonly title: string;
  readonly required: boolean;
  readonly options: SecretGroupOptions & Partial<OptionalSecretGroupOptions>;
}

export function asGroup(secret: Secret): Group {
  const { _spec: spec } = secret;
  const declared = { title: titleOf(secret), required: spec.kind === 'required' || spec.kind === 'requiredGroup' };
  if ('title' in spec) {
    return { ...declared, options: spec.options };
  }
  const { secret: name, purpose, envName, without, envWithout }: SecretOptions & Partial<OptionalSecretOptions> = spec.options;
  return { ...declared, options: { secrets: [name], purpose, env: typeof envName === 'string' ? { [envName]: name } : undefined, without, envWithout } };
}

/** The same secret may be written down for several platforms. */
export function once(groups: readonly Group[]): Group[] {
  return [...new Map(groups.map((group) => [JSON.stringify(group), group])).values()];
}
