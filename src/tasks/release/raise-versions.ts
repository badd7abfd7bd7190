import { npmDependents } from './npm-dependents';
import { followerOf } from '../../manifests/followers';
import { asBytes, type Change, type ManifestFiles } from '../../manifests/manifest-files';
import { areOneVersion, isWritten, kindOfManifest, pointsElsewhere, type VersionFile, versionsIn, writtenAs } from '../../manifests/manifest-kinds';
import type { Model } from '../../model/model';
import { isStamped, versionFilesOf } from '../../model/versions';
import { andList, distinct } from '../../text/words';
import { manifestsOf, NO_VERSION, placeIn } from '../plan/version-objections';

/** The bytes of a file, by its path from the repository's root; undefined where there is none. */
export type ReadBytes = (path: string) => Buffer | undefined;

/** A file with the new version in place of the old one; all else in it is as it was. */
export interface RaisedFile {
  readonly path: string;
  /** Its bytes, which may be of any encoding. */
  readonly text: Buffer;
  /** What stood where it changed first, and what stands there now. */
  readonly from: string;
  readonly to: string;
}

export interface RaisedVersions {
  /** What changes and is to be committed, in the order in which it is found; nothing where there is a problem. */
  readonly files: readonly RaisedFile[];
  /** All that speaks against it, sentences. */
  readonly problems: readonly string[];
}

/**
 * The version written into the files that a tag is compared with, and into what follows from them. Where
 * none is declared that is the working directory's package.json, if somebody keeps its version. Where each leg is given the
 * version, nothing is.
 *
 * @param models of the builds that the tag starts
 * @param paths what git knows, from the root: a file that is in no commit is not there
 */
export function raiseVersions(models: readonly Model[], version: string, read: ReadBytes, paths: readonly string[]): RaisedVersions {
  const files = new ChangedFiles(read, paths);
  const manifests = models.filter((model) => !isStamped(model)).flatMap((model) => keptManifests(model, files));
  const problems = [
    ...manifests.flatMap((file) => problemOf(file, version, files)),
    ...differences(manifests, version, files),
    ...manifests.filter(({ path, line }) => !line && /(?:^|\/)package\.json$/.test(path)).flatMap(({ path }) => npmDependents(path, version, files)),
  ];
  if (problems.length) {
    return { files: [], problems: distinct(problems) };
  }
  manifests.forEach((file) => raise(file, version, files));
  return { files: files.changed(), problems };
}

/** A file of bytes, and what was changed in it. */
class ChangedFiles implements ManifestFiles {
  private readonly texts = new Map<string, string>();
  private readonly first = new Map<string, Change>();
  private readonly known: ReadonlySet<string>;

  public constructor(private readonly bytes: ReadBytes, public readonly paths: readonly string[]) {
    this.known = new Set(paths);
  }

  public readonly read = (path: string): string | undefined =>
    this.texts.get(path) ?? (this.known.has(path) ? this.bytes(path)?.toString('latin1') : undefined);

  public change(path: string, all: readonly Change[]): void {
    const changes = all.filter(({ from, to }) => from !== to);
    if (changes.length) {
      this.first.set(path, this.first.get(path) ?? changes[0]);
      this.texts.set(path, withChanges(this.read(path)!, changes));
    }
  }

  public changed(): RaisedFile[] {
    return [...this.first].map(([path, { from, to }]) => ({ path, text: Buffer.from(this.texts.get(path)!, 'latin1'), from, to }));
  }
}

/** From the last place to the first, so that the others stay where they are. */
function withChanges(text: string, changes: readonly Change[]): string {
  return [...changes].sort((a, b) => b.at - a.at).reduce((done, { at, length, to }) => done.slice(0, at) + to + done.slice(at + length), text);
}

function placesIn({ path, line }: VersionFile, files: ManifestFiles): ReturnType<typeof versionsIn> {
  return versionsIn({ path, line: asBytes(line) }, files.read(path) ?? '');
}

function keptManifests(model: Model, files: ManifestFiles): VersionFile[] {
  const manifests = manifestsOf(model, files.read);
  return versionFilesOf(model).length ? manifests : manifests.filter((file) => placesIn(file, files).some((found) => found.version !== NO_VERSION));
}

function problemOf(file: VersionFile, version: string, files: ManifestFiles): string[] {
  if (files.read(file.path) === undefined) {
    return [`${file.path}, which must have the tag's version, is not in the repository: correct the path, or commit the file.`];
  }
  const found = placesIn(file, files);
  const elsewhere = pointsElsewhere(file, found);
  if (elsewhere !== undefined) {
    return [`${file.path} takes its version from ${elsewhere}: declare that file in its place.`];
  }
  if (!found.length) {
    return [`${file.path} must have the tag's version, and lacks ${placeIn(file)}: add it with any version.`];
  }
  return found.every((one) => writtenAs(file, version, one) !== undefined) ? []
    : [`${file.path} cannot hold version ${version}; it takes ${kindOfManifest(file)!.takes}.`];
}

/** Files that have different versions are not all of what is released; those that have the new one are ahead. */
function differences(manifests: readonly VersionFile[], version: string, files: ManifestFiles): string[] {
  const all = manifests.flatMap((file) => placesIn(file, files).slice(0, 1).map((found) => ({ file, found })));
  const behind = all.filter(({ file, found }) => pointsElsewhere(file, [found]) === undefined && !isWritten(file, version, found));
  return areOneVersion(behind) ? []
    : [`The files differ: ${andList(distinct(behind.map(({ file, found }) => `${file.path} has ${found.version}`)))}. Set them to one version, and commit them.`];
}

function raise(file: VersionFile, version: string, files: ChangedFiles): void {
  const changes = placesIn(file, files)
    .map((found) => ({ from: found.version, to: writtenAs(file, version, found)!, at: found.at, length: found.length }));
  files.change(file.path, changes);
  const follow = followerOf(file)?.(file.path, { version, written: changes[0].to }, files);
  follow?.forEach((others, path) => files.change(path, others));
}
