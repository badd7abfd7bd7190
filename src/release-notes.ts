/** What every kind of release notes can have below its text. */
export interface ReleaseNotesOptions {
  /**
   * Whether a table of the repositories and the commits that were built follows.
   *
   * @default - where more than one repository is built, or the release lies in another one
   */
  readonly commits?: boolean;

  /**
   * Whether a table of the files with their SHA-256 sums follows.
   *
   * @default false
   */
  readonly checksums?: boolean;
}

/** Options of notes that GitHub writes. */
export interface GeneratedNotesOptions extends ReleaseNotesOptions {
  /**
   * The tag of the release before: what came since is listed.
   *
   * @default - GitHub chooses
   */
  readonly previousTag?: string;

  /**
   * File that says how they are sorted, from the root of the repository that the release lies in.
   *
   * @default - GitHub's: `.github/release.yml`, where there is one
   * @see https://docs.github.com/en/repositories/releasing-projects-on-github/automatically-generated-release-notes
   */
  readonly configurationFile?: string;
}

/** Options of notes that a changelog holds. */
export interface ChangelogNotesOptions extends ReleaseNotesOptions {
  /**
   * The changelog, relative to the project.
   *
   * @default 'CHANGELOG.md'
   */
  readonly path?: string;
}

/**
 * What was declared, as it was written.
 *
 * @internal
 */
export type ReleaseNotesSpec =
  | { readonly kind: 'generated'; readonly options?: GeneratedNotesOptions }
  | { readonly kind: 'changelog'; readonly options?: ChangelogNotesOptions }
  | { readonly kind: 'file'; readonly path: string; readonly options?: ReleaseNotesOptions }
  | { readonly kind: 'text'; readonly text: string; readonly options?: ReleaseNotesOptions };

/**
 * What a release says of itself. It is written when the draft is made: what somebody changes in the draft
 * afterwards stays. GitHub takes up to 125,000 characters; what is longer is cut, and says so.
 */
export class ReleaseNotes {
  /**
   * GitHub writes them, of the pull requests since the release before.
   *
   * @see https://docs.github.com/en/repositories/releasing-projects-on-github/automatically-generated-release-notes
   */
  public static generated(options: GeneratedNotesOptions = {}): ReleaseNotes {
    return new ReleaseNotes({ kind: 'generated', options });
  }

  /**
   * The section of a changelog whose heading holds the version, `## [1.2.3] - 2026-11-25` or the
   * like. A tag of a version that has none publishes nothing.
   */
  public static changelog(options: ChangelogNotesOptions = {}): ReleaseNotes {
    return new ReleaseNotes({ kind: 'changelog', options });
  }

  /**
   * A whole file, as it is in the commit of the tag.
   *
   * @param path relative to the project
   */
  public static file(path: string, options: ReleaseNotesOptions = {}): ReleaseNotes {
    return new ReleaseNotes({ kind: 'file', path, options });
  }

  /**
   * The same words for every release.
   *
   * @param text Markdown; `{tag}` and `{version}` stand for those of the release
   */
  public static text(text: string, options: ReleaseNotesOptions = {}): ReleaseNotes {
    return new ReleaseNotes({ kind: 'text', text, options });
  }

  /** @internal */
  public readonly _spec: ReleaseNotesSpec;

  private constructor(spec: ReleaseNotesSpec) {
    this._spec = spec;
  }
}
