/** A version where a manifest has it. */
export interface FoundVersion {
  readonly version: string;
  /** Whether its place takes numbers only. */
  readonly coreOnly?: true;
}

/** A part of a text, from its beginning. */
export interface Place {
  readonly at: number;
  /** As it is written: an escape is longer than what it stands for. */
  readonly length: number;
}

/** A text, and where it stands. */
export interface PlacedText extends Place {
  readonly text: string;
}

export interface PlacedVersion extends FoundVersion, Place {}

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
  read(text: string): readonly PlacedVersion[];
  /** The version of a tag as the file holds it; undefined where it cannot. */
  write?(version: string, found: FoundVersion): string | undefined;
}

/** Visible ASCII characters, as every version of every kind is; 255 of them at most. */
export function isVersion(text: string | undefined): text is string {
  return text !== undefined && /^[!-~]{1,255}$/.test(text);
}

/** The versions of the first places that have one, where that is enough. */
export function firstVersion(texts: readonly (PlacedText | undefined)[]): PlacedVersion[] {
  return placedVersions(texts).slice(0, 1);
}

/** Those of the texts that are versions. */
export function placedVersions(texts: readonly (PlacedText | undefined)[]): PlacedVersion[] {
  return texts.flatMap((found) => found && isVersion(found.text) ? [{ version: found.text, at: found.at, length: found.length }] : []);
}

/** A line without its ending, and where it begins. */
export interface Line {
  readonly line: string;
  readonly at: number;
}

/** A text by lines, as the scripts read them. */
export function linesOf(text: string): Line[] {
  let next = 0;
  return text.split('\n').map((line) => {
    const at = next;
    next += line.length + 1;
    return { line: line.replace(/\r$/, ''), at };
  });
}

/** How long the mark is that a text of UTF-8 may begin with, decoded or as bytes. */
export function byteOrderMark(text: string): number {
  return /^(?:\uFEFF|\xEF\xBB\xBF)?/.exec(text)![0].length;
}
