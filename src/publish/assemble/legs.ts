import { lstatSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { LEGS, type PlannedLeg } from '../contract';

/** A file of a leg's artifact. */
export interface FoundFile {
  readonly leg: PlannedLeg;
  /** In the artifact, with forward slashes. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Whether it is a file itself, and no link, pipe or device, and can be read by its name. */
  readonly isFile: boolean;
}

/** Characters of a path that are shown; a stranger's may have thousands. */
const MOST_CHARACTERS = 300;

/** Everything in the artifact of a leg that is no directory; nothing where it was not downloaded. No link is followed. */
export function filesOf(leg: PlannedLeg): FoundFile[] {
  return below(directoryOf(leg), '').map((file) => {
    // a name that is no UTF-8 names nothing once it was read
    const stats = lstatSync(locationOf({ leg, path: file }), { throwIfNoEntry: false });
    return { leg, path: file, size: stats?.size ?? 0, isFile: stats?.isFile() ?? false };
  });
}

/** Where a file lies, from the workspace. */
export function locationOf({ leg, path: file }: Pick<FoundFile, 'leg' | 'path'>): string {
  return path.join(directoryOf(leg), file);
}

/** A path, as it is shown. */
export function shownPath(file: string): string {
  return file.length > MOST_CHARACTERS ? `${file.slice(0, MOST_CHARACTERS)}…` : file;
}

/** A file, as messages name it: `'dist/app.zip' of windows-x64`. */
export function shownFile({ leg, path: file }: Pick<FoundFile, 'leg' | 'path'>): string {
  return `'${shownPath(file)}' of ${leg.name}`;
}

function directoryOf({ job, platform }: PlannedLeg): string {
  return path.join(LEGS, job, platform);
}

function below(root: string, directory: string): string[] {
  if (!lstatSync(path.join(root, directory), { throwIfNoEntry: false })?.isDirectory()) {
    return [];
  }
  return readdirSync(path.join(root, directory), { withFileTypes: true })
    .map((entry) => ({ at: path.posix.join(directory, entry.name), isDirectory: entry.isDirectory() }))
    .sort((a, b) => a.at < b.at ? -1 : 1)
    .flatMap(({ at, isDirectory }) => isDirectory ? below(root, at) : [at]);
}
