import { accessSync, constants, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import * as path from 'node:path';
import { type Hindrance, outsideComplaint } from '../github/checkout-paths';

/** No manifest, doc or workflow is as large. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Where the path of a file leads in a checkout. */
export interface Place {
  /** From the root, with links followed. */
  readonly path: string;
  /** The nearest that exists: the file itself, or a directory above it. */
  readonly existing: string;
  /** What lies there; undefined where nothing does. */
  readonly stats: Stats | undefined;
  /** What keeps a file from being there. */
  readonly hindrance: Hindrance | undefined;
}

/**
 * Follows the path of a file, so that nothing is read or written outside the checkout or in git's
 * own directory, whatever links lie on the way.
 *
 * @param root the checkout's root
 * @param file from there
 */
export function placeOf(root: string, file: string): Place {
  const base = follow(path.resolve(root)).at;
  const { at, ...found } = follow(path.join(base, file));
  const place = path.relative(base, at).split(path.sep).join('/');
  return { ...found, path: place, hindrance: found.hindrance ?? outside(file, place) ?? notAFile(found.stats) };
}

/**
 * The absolute path of a file of the checkout, to be read.
 *
 * @throws where it would be another's, or what lies there cannot be read
 */
export function fileIn(root: string, file: string): string {
  const { hindrance, stats } = placeOf(root, file);
  if (stats && stats.size > MOST_BYTES) {
    throw new Error(`'${file}' has ${stats.size} bytes, and no more than ${MOST_BYTES} are read`);
  }
  if (hindrance && hindrance.kind !== 'occupied') {
    throw new Error(`'${file}' ${hindrance.is}`);
  }
  return path.join(root, file);
}

/** The names in a directory of the checkout, sorted; none where there is no such directory. @throws as `fileIn` does */
export function namesIn(root: string, directory: string): string[] {
  const { stats, path: place } = placeOf(root, directory);
  const at = place === '' ? root : fileIn(root, directory);
  return stats?.isDirectory() ? readdirSync(at).sort() : [];
}

/** The names of the directories that lie beside a checkout; none where nobody may see them. */
export function directoriesBeside(root: string): string[] {
  try {
    const own = realpathSync.native(root);
    const entries = readdirSync(path.dirname(own), { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() && entry.name !== path.basename(own)).map(({ name }) => name).sort();
  } catch {
    return [];
  }
}

/**
 * What keeps the user from writing at a place.
 *
 * @param generated whether projen writes it, into the file that lies there; any other is written beside it first
 */
export function unwritable({ existing, stats }: Pick<Place, 'existing' | 'stats'>, generated: boolean): Hindrance | undefined {
  try {
    accessSync(existing, constants.W_OK);
    if (!stats) {
      accessSync(existing, constants.X_OK);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return generated && stats && isOnlyReadOnly(code, stats) ? undefined : { kind: 'unwritable', is: `may not be written by this user (${code})` };
  }
  const directory = generated || !stats?.isFile() ? undefined : unwritable(follow(path.dirname(existing)), false);
  return directory && { ...directory, is: `lies in a directory that ${directory.is}` };
}

/** projen makes its files read-only, and makes those writable again that belong to the user. Windows knows no owner. */
function isOnlyReadOnly(code: string | undefined, { uid }: Stats): boolean {
  return process.geteuid ? code === 'EACCES' && uid === process.geteuid() : code === 'EPERM';
}

interface Followed extends Omit<Place, 'path'> {
  /** The absolute path, with links followed. */
  readonly at: string;
}

function follow(file: string): Followed {
  try {
    if (lstatSync(file, { throwIfNoEntry: false })) {
      const at = realpathSync.native(file);
      const stats = statSync(at);
      accessSync(at, constants.R_OK);
      return { at, existing: at, stats, hindrance: undefined };
    }
  } catch (error) {
    return { at: file, existing: file, stats: undefined, hindrance: hindranceBy((error as NodeJS.ErrnoException).code!) };
  }
  const above = follow(path.dirname(file));
  const belowFile = above.stats?.isDirectory() === false ? hindranceBy('ENOTDIR') : undefined;
  return { ...above, at: path.join(above.at, path.basename(file)), stats: undefined, hindrance: above.hindrance ?? belowFile };
}

const HINDRANCES: Readonly<Record<string, Hindrance>> = {
  ELOOP: { kind: 'linked', is: 'leads to itself by a link' },
  // of a link that is there itself
  ENOENT: { kind: 'linked', is: 'leads nowhere by a link' },
  ENOTDIR: { kind: 'occupied', is: 'lies below what is a file' },
  ENAMETOOLONG: { kind: 'unwritable', is: 'is longer than this system takes' },
};

function hindranceBy(code: string): Hindrance {
  return HINDRANCES[code] ?? { kind: 'unwritable', is: `may not be read by this user (${code})` };
}

function outside(file: string, place: string): Hindrance | undefined {
  const complaint = outsideComplaint(place, 'repository');
  return complaint && { kind: 'linked', is: place === file ? complaint.why : `leads by a link to '${place}', which ${complaint.why}` };
}

function notAFile(stats: Stats | undefined): Hindrance | undefined {
  if (stats?.isDirectory()) {
    return { kind: 'occupied', is: 'is a directory' };
  }
  return stats && !stats.isFile() ? { kind: 'unwritable', is: 'is neither a file nor a directory' } : undefined;
}
