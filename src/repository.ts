import type { github } from 'projen';
import type { Credential } from './credential';

/** How a repository is checked out. */
export interface CheckoutOptions {
  /**
   * Where it lies, relative to the workspace, with forward slashes; `.` is the workspace itself.
   *
   * @default - the workspace itself if it is the only repository; else a directory of the
   * repository's name (for the repository itself: of the root project's name, without its scope)
   */
  readonly path?: string;

  /**
   * Whether submodules are checked out, and theirs.
   *
   * @default github.CheckoutSubmodules.DISABLED
   */
  readonly submodules?: github.CheckoutSubmodules;

  /**
   * Whether files of Git LFS are downloaded.
   *
   * @default false
   */
  readonly lfs?: boolean;

  /**
   * Number of commits to fetch; 0 is the whole history with all tags.
   *
   * @default 1
   */
  readonly fetchDepth?: number;

  /**
   * Any other input of actions/checkout, passed through as it is.
   *
   * @default - none
   * @see https://github.com/actions/checkout#usage
   */
  readonly with?: { [input: string]: string };
}

/** How another repository is checked out. */
export interface GithubRepositoryOptions extends CheckoutOptions {
  /**
   * Branch, tag or commit. It is resolved to a commit once a run, so that all platforms build the
   * same sources. `heads/x` and `tags/x` tell a branch and a tag of one name apart.
   *
   * @default - the default branch
   */
  readonly ref?: string;

  /**
   * How it is read.
   *
   * @default Credential.workflowToken()
   */
  readonly credential?: Credential;
}

/**
 * What was declared, as it was written.
 *
 * @internal
 */
export type RepositorySpec =
  | { readonly kind: 'self'; readonly options?: CheckoutOptions }
  | { readonly kind: 'github'; readonly name: string; readonly options?: GithubRepositoryOptions };

/** One checkout. The first one of a build is the main one, where the build runs. */
export class Repository {
  /** The repository that the workflow runs in, at the commit that the tag points to. */
  public static self(options: CheckoutOptions = {}): Repository {
    return new Repository({ kind: 'self', options });
  }

  /**
   * Another repository on github.com.
   *
   * @param name `owner/name`
   */
  public static github(name: string, options: GithubRepositoryOptions = {}): Repository {
    return new Repository({ kind: 'github', name, options });
  }

  /** @internal */
  public readonly _spec: RepositorySpec;

  private constructor(spec: RepositorySpec) {
    this._spec = spec;
  }
}
