/** Options of a token that is stored in a secret. */
export interface TokenCredentialOptions {
  /** Name of the secret that holds the token. Never the token itself. */
  readonly secret: string;
}

/** Options of a GitHub App. */
export interface GithubAppCredentialOptions {
  /** Where the App's client id is stored. */
  readonly clientId: GithubAppClientId;
  /** Where the App's private key is stored. */
  readonly privateKey: GithubAppPrivateKey;
}

/** Where the client id of a GitHub App is stored: in a variable or in a secret. */
export interface GithubAppClientId {
  /**
   * Name of the Actions variable that holds it.
   *
   * @default - `secret` names the secret
   * @see https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-variables
   */
  readonly variable?: string;

  /**
   * Name of the secret that holds it.
   *
   * @default - `variable` names the variable
   */
  readonly secret?: string;
}

/** Where the private key of a GitHub App is stored. */
export interface GithubAppPrivateKey {
  /** Name of the secret that holds the key, in PEM form. Never the key itself. */
  readonly secret: string;
}

/** Options of a deploy key. */
export interface DeployKeyCredentialOptions {
  /** Name of the secret that holds the private half, without a passphrase. Never the key itself. */
  readonly secret: string;
}

/**
 * What was declared, as it was written.
 *
 * @internal
 */
export type CredentialSpec =
  | { readonly kind: 'workflow-token' }
  | { readonly kind: 'token'; readonly options: TokenCredentialOptions }
  | { readonly kind: 'github-app'; readonly options: GithubAppCredentialOptions }
  | { readonly kind: 'deploy-key'; readonly options: DeployKeyCredentialOptions };

/**
 * How a repository is read. One credential can serve several repositories.
 */
export class Credential {
  /**
   * The workflow's own token: reads the repository of the workflow and every public one. It can
   * read no other private repository, whatever the organization's settings.
   */
  public static workflowToken(): Credential {
    return new Credential({ kind: 'workflow-token' });
  }

  /**
   * A personal access token in a secret. A fine-grained one needs `Contents: read` on the
   * repository and reaches the repositories of one owner; a classic one needs the scope `repo`.
   *
   * @see https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens
   */
  public static token(options: TokenCredentialOptions): Credential {
    return new Credential({ kind: 'token', options });
  }

  /**
   * A GitHub App that is installed on the repository with `Contents: read`. Each job that reads
   * makes a token of its own, narrowed to the repositories that it reads.
   *
   * @see https://github.com/actions/create-github-app-token#usage
   */
  public static githubApp(options: GithubAppCredentialOptions): Credential {
    return new Credential({ kind: 'github-app', options });
  }

  /**
   * A deploy key, which opens exactly one repository.
   *
   * @see https://docs.github.com/en/authentication/connecting-to-github-with-ssh/managing-deploy-keys
   */
  public static deployKey(options: DeployKeyCredentialOptions): Credential {
    return new Credential({ kind: 'deploy-key', options });
  }

  /** @internal */
  public readonly _spec: CredentialSpec;

  private constructor(spec: CredentialSpec) {
    this._spec = spec;
  }
}
