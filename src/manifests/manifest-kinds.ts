import { json, packageJson, packageLock, tauriConfiguration } from './json';
import { declaredLine, properties, pubspec } from './lines';
import { byteOrderMark, type FoundVersion, type ManifestKind, type PlacedVersion } from './manifest-kind';
import { msbuild } from './msbuild';
import { cargo, pyproject, toml } from './toml';

/** The first that a file's name fits is its kind. */
const KINDS: readonly ManifestKind[] = [packageJson, packageLock, tauriConfiguration, json, cargo, pyproject, toml, msbuild, pubspec, properties];

/** A file that holds the version, and the line of it; '' where its kind says where. */
export interface VersionFile {
  readonly path: string;
  readonly line: string;
}

/** Undefined where nobody knows where such a file has its version. */
export function kindOfManifest({ path, line }: VersionFile): ManifestKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return line ? declaredLine(line) : KINDS.find(({ files }) => files.test(name));
}

/** What is found in a file; none where it has no place for the version. */
export function versionsIn(file: VersionFile, text: string): readonly PlacedVersion[] {
  const mark = byteOrderMark(text);
  return (kindOfManifest(file)?.read(text.slice(mark)) ?? []).map((found) => ({ ...found, at: found.at + mark }));
}

/** A version as a file holds it, in the place of another one; undefined where it cannot. */
export function writtenAs(file: VersionFile, version: string, found: FoundVersion): string | undefined {
  const write = kindOfManifest(file)?.write;
  return write ? write(version, found) : version;
}

/** Whether some version is that of all files, each in the form that its file takes. */
export function areOneVersion(all: readonly { readonly file: VersionFile; readonly found: FoundVersion }[]): boolean {
  return all.length === 0 || all.some(({ found: { version } }) => all.every(({ file, found }) => isWritten(file, version, found)));
}

/** Whether what a file has is a version, in the form that the file takes. */
export function isWritten(file: VersionFile, version: string, found: FoundVersion): boolean {
  return found.version === version || found.version === writtenAs(file, version, found);
}

/** A configuration of Tauri may name the file with its version. */
export function pointsElsewhere({ path, line }: VersionFile, found: readonly FoundVersion[]): string | undefined {
  const last = found.at(-1)?.version ?? '';
  return !line && /(?:^|\/)tauri[^/]*\.conf\.json$/.test(path) && last.endsWith('.json') ? last : undefined;
}
