/** A version where a manifest has it. */
export interface FoundVersion {
  readonly version: string;
  /** Whether its place takes numbers only. */
  readonly coreOnly?: true;
}

/**
 * A kind of file that holds a version. The same is done by assets/manifests.sh and the part of the kind: both
 * read the same out of every file.
 */
export interface ManifestKind {
  /** The names of its files. */
  readonly files: RegExp;
  /** The part of our scripts that reads it. */
  readonly part: 'manifestJson' | 'manifestToml' | 'manifestXml' | 'manifestLines';
  /** What must be there, for a message: "a version at the top". */
  readonly place: string;
  /** What it takes where not all versions are taken, for a message. */
  readonly takes?: string;
  /** Every place that must hold the version, as far as it is of visible ASCII characters; none where one of them is missing. */
  read(text: string): readonly FoundVersion[];
  /** The version of a tag as the file holds it; undefined where it cannot. */
  write?(version: string, found: FoundVersion): string | undefined;
}

/** Visible ASCII characters, as every version of every kind is. */
export function isVersion(text: string | undefined): text is string {
  return text !== undefined && /^[!-~]+$/.test(text);
}

/** The versions of the first places that have one, where that is enough. */
export function firstVersion(texts: readonly (string | undefined)[]): FoundVersion[] {
  return texts.filter(isVersion).slice(0, 1).map((version) => ({ version }));
}

/** A text by lines, as the scripts read them. */
export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/\r$/, ''));
}
