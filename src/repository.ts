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
   * What is checked out, instead of everything: directories from the repository's root, with what lies
   * in them, and the files beside and above them. If one has a `*`, a `?`, a `[`, or begins with `/` or
   * `!`, all are patterns as in a `.gitignore`, and nothing else is checked out. What is left out is not
   * downloaded either.
   *
   * @default - everything
   * @see https://git-scm.com/docs/git-sparse-checkout
   */
  readonly sparse?: string[];

  /**
   * What git leaves out until something needs it: `blob:none` (the content of files), `blob:limit=1m`
   * (that of larger ones), `tree:0` (directories too). It saves time with a long history
   * (`fetchDepth: 0`). Behind the checkout nothing is fetched any more from a private repository, for
   * the token is gone.
   *
   * @default - nothing; `blob:none` with `sparse`
   * @see https://git-scm.com/docs/git-rev-list#Documentation/git-rev-list.txt---filterltfilter-specgt
   */
  readonly filter?: string;

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
   * Whether it is built at the tag of the same name, if it has one, and else at its ref. It counts in
   * a run for a tag; one for a branch takes the ref. The guard looks once, and the summary says what
   * it took.
   *
   * @default false
   */
  readonly matchTag?: boolean;

  /**
   * What that tag is called, where it is not the same name: with `{tag}`, the tag of the run, and
   * `{version}`, its version. `v{version}` is for a tag `desktop-v1.2.3` the tag `v1.2.3`. It needs
   * no `matchTag: true` beside it.
   *
   * @default "{tag}" where `matchTag` is true
   */
  readonly matchTagName?: string;

  /**
   * A file of the main repository, from its root, whose first line that is neither empty nor a comment
   * (`#`) is the ref. The guard reads it in the commit that is built.
   *
   * @default - the ref stands in `ref`
   */
  readonly refFile?: string;

  /**
   * Names of the platforms that need it: the legs of others do not check it out.
   *
   * @default - all platforms of the jobs that check it out
   */
  readonly platforms?: string[];

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

/**
 * One checkout. The first one of a build is the main one, where the build runs.
 *
 * @see https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/repositories.md
 */
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
