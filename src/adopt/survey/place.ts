/** A repository as it lies here, with all that a survey may look at handed in. */
export interface Place {
  /** Undefined outside of a repository. */
  readonly git: GitPlace | undefined;
  /** What git said where there is none. */
  readonly noGit: string;
  /** Names of the directories that lie beside the root. */
  readonly siblings: readonly string[];
  /**
   * The text of a file by its path from the root; undefined where there is none.
   *
   * @throws Error with a sentence for the user, where it cannot be read
   */
  read(file: string): string | undefined;
  /** The names in a directory, '' for the root; none where there is no such directory. */
  list(directory: string): readonly string[];
  exists(path: string): boolean;
}

/** What git says of it. */
export interface GitPlace {
  /** The repository's root, absolute. */
  readonly root: string;
  /** The path from there to the place; '' where the place is the root. */
  readonly prefix: string;
  /** Without what stands in an address to log in. */
  readonly remotes: readonly { readonly name: string; readonly url: string }[];
  /** Undefined where no branch is checked out. */
  readonly branch: string | undefined;
  readonly submodules: readonly { readonly path: string; readonly url: string }[];
  /** The newest first. */
  readonly tags: readonly string[];
  readonly isShallow: boolean;
  /** Whether something is not committed. */
  readonly isDirty: boolean;
}

/** The remote that counts where there are several. */
export function mainRemote(git: GitPlace | undefined): GitPlace['remotes'][number] | undefined {
  return git?.remotes.find(({ name }) => name === 'origin') ?? git?.remotes[0];
}
