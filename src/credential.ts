import type { CredentialModel } from './model/model';

/** Options of a token that is stored in a secret. */
export interface TokenCredentialOptions {
  /** Name of the secret that holds the token. Never the token itself. */
  readonly secret: string;
}

/**
 * How a repository is read. One credential can serve several repositories.
 */
export class Credential {
  /**
   * The workflow's own token: reads the repository of the workflow and every public one. It can
   * read no other private repository, whatever the organisation's settings.
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
    return new Credential({ kind: 'token', secret: options.secret });
  }

  /** @internal */
  public readonly _model: CredentialModel;

  private constructor(model: CredentialModel) {
    this._model = model;
  }
}
