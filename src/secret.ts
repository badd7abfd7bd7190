/** Options of a single secret. */
export interface SecretOptions {
  /**
   * Name of the secret as stored in GitHub: letters, digits and underscores, not starting with a
   * digit or `GITHUB_`. Never its value.
   *
   * @see https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets
   */
  readonly secret: string;

  /**
   * What it is for, a phrase that ends the sentence "It is needed for …".
   *
   * @default - the title
   */
  readonly purpose?: string;

  /**
   * Environment variable that the build reads it from.
   *
   * @default - the secret's name
   */
  readonly envName?: string;
}

/** Options of a single secret that a build can do without. */
export interface OptionalSecretOptions extends SecretOptions {
  /** What happens without it, one sentence for the setup doc. */
  readonly without: string;

  /**
   * Environment variables that are set for the build where the secret is absent.
   *
   * @default - none
   */
  readonly envWithout?: { [name: string]: string };
}

/** Options of a group of secrets that is all or none. */
export interface SecretGroupOptions {
  /**
   * Names of the secrets as stored in GitHub. Never their values.
   *
   * @see https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets
   */
  readonly secrets: string[];

  /**
   * What the group is for, a phrase that ends the sentence "It is needed for …".
   *
   * @default - the title
   */
  readonly purpose?: string;

  /**
   * Environment variables that the build reads them from, where they are not named like the
   * secret: variable → name of the secret, as in a step's `env`.
   *
   * @default - each secret in a variable of its own name
   */
  readonly env?: { [variable: string]: string };
}

/** Options of a group that a build can do without, as a whole. */
export interface OptionalSecretGroupOptions extends SecretGroupOptions {
  /** What happens without the group, one sentence for the setup doc. */
  readonly without: string;

  /**
   * Environment variables that are set for the build where the group is absent.
   *
   * @default - none
   */
  readonly envWithout?: { [name: string]: string };
}

/**
 * What was declared, as it was written.
 *
 * @internal
 */
export type SecretSpec =
  | { readonly kind: 'required'; readonly options: SecretOptions }
  | { readonly kind: 'optional'; readonly options: OptionalSecretOptions }
  | { readonly kind: 'requiredGroup'; readonly title: string; readonly options: SecretGroupOptions }
  | { readonly kind: 'optionalGroup'; readonly title: string; readonly options: OptionalSecretGroupOptions };

/**
 * A secret and its purpose, alone or in a group that is all or none.
 *
 * A secret reaches only the platforms that declare it, and there only the build step. The guard
 * sees whether it is set and never its value. Where an optional one is absent, its variable is
 * unset and not empty: many tools take an empty variable for a value.
 */
export class Secret {
  /** A secret without which no build starts. */
  public static required(options: SecretOptions): Secret {
    return new Secret({ kind: 'required', options });
  }

  /** A secret that a build can do without. */
  public static optional(options: OptionalSecretOptions): Secret {
    return new Secret({ kind: 'optional', options });
  }

  /**
   * Secrets without which no build starts.
   *
   * @param title what they are together, for instance 'Windows signing'
   */
  public static requiredGroup(title: string, options: SecretGroupOptions): Secret {
    return new Secret({ kind: 'requiredGroup', title, options });
  }

  /**
   * Secrets that are all set or none: a build can do without them, but not with some of them.
   *
   * @param title what they are together, for instance 'Apple signing and notarization'
   */
  public static optionalGroup(title: string, options: OptionalSecretGroupOptions): Secret {
    return new Secret({ kind: 'optionalGroup', title, options });
  }

  /** @internal */
  public readonly _spec: SecretSpec;

  private constructor(spec: SecretSpec) {
    this._spec = spec;
  }

  /**
   * Condition for the `if` of an own step that runs only where the secret is set, or the whole group:
   * `{ uses: '…', if: apple.isSet }`, with others, `` `${apple.isSet} && runner.arch == 'ARM64'` ``,
   * or `` `!${apple.isSet}` ``. The secret is declared in `secrets` as well. GitHub knows no `secrets` in an `if`: this asks a
   * variable of the job, which says `true` or `false` and holds nothing of the secret.
   *
   * @see https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability
   */
  public get isSet(): string {
    const { options } = this._spec;
    // a group is whole, or the run has stopped; a '!' in front must take all of it
    return `(env.IS_SET_${'secrets' in options ? options.secrets[0] : options.secret} == 'true')`;
  }
}
