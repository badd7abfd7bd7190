import type { Place } from './manifest-kind';

/** What takes the place of a text in a file. */
export interface Change extends Place {
  readonly from: string;
  readonly to: string;
}

/** The files of a repository, from its root; each character of a text is a byte. */
export interface ManifestFiles {
  /** Those that git knows. */
  readonly paths: readonly string[];
  /** Undefined where there is none. */
  read(path: string): string | undefined;
}

/** What a manifest has been given. */
export interface NewVersion {
  /** As a tag has it. */
  readonly version: string;
  /** As the manifest holds it. */
  readonly written: string;
}

/** What follows in other files once a manifest has a version: its lock files, and what others ask of it. */
export type Follow = (path: string, raised: NewVersion, files: ManifestFiles) => ReadonlyMap<string, readonly Change[]>;

/** The directories that a file lies in, from the root, the nearest first; '' is the root. */
export function directoriesOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'));
}

/** The path of a file in a directory. */
export function inDirectory(directory: string, name: string): string {
  return directory ? `${directory}/${name}` : name;
}

/** A text as its bytes, each a character. */
export function asBytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}
