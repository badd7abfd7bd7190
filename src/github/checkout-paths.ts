import type { Complaint } from './complaint';
import { UNSEEN } from '../text/printable';

/** What a path is relative to: one of the workspace is a directory, the others are files. */
export type Inside = 'workspace' | 'project' | 'repository';

/** What keeps a file from being written where a path says. */
export interface Hindrance {
  /** Something else lies there, a link leads elsewhere, or the system refuses. */
  readonly kind: 'occupied' | 'linked' | 'unwritable';
  /** What it is, the end of a sentence that begins with the path. */
  readonly is: string;
}

/** Bytes of one name, for Linux and macOS; Windows counts 255 UTF-16 units, which are never more. */
const MAX_NAME_BYTES = 255;

/** Bytes of a path that Linux takes (PATH_MAX without its end). */
const MAX_PATH_BYTES = 4095;

/**
 * Names that Windows opens as devices, whatever extension they have.
 *
 * @see https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
 */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9\u00b9\u00b2\u00b3]) *(?:\.|$)/i;

/** Characters that no name has on Windows; the colon opens another stream of a file. */
const WINDOWS_FORBIDDEN = /[<>:"|?*]/;

/**
 * `.git` as file systems spell it: NTFS knows it by short names, and ignores dots and spaces at the
 * end and the name of a stream.
 *
 * @see https://git-scm.com/docs/git-config#Documentation/git-config.txt-coreprotectNTFS
 */
const DOT_GIT = /^(?:\.git|gi(?:t|[0-9a-f]{4})~[0-9])[ .]*(?::.*)?$/is;

/**
 * What speaks against a path of a declaration or of a model, wherever the repository is checked out.
 * The text alone decides, so every machine says the same.
 */
export function pathComplaint(path: string, inside: Inside): Complaint | undefined {
  return outsideComplaint(path, inside)
    ?? firstOf(path.split('/').flatMap(nameReasons), 'Choose a name that Linux, macOS and Windows take.')
    ?? firstOf([Buffer.byteLength(path) > MAX_PATH_BYTES && `is longer than ${MAX_PATH_BYTES} bytes`], 'Choose a shorter one.');
}

/** What keeps a path from lying inside, and out of git's own directory. */
export function outsideComplaint(path: string, inside: Inside): Complaint | undefined {
  return firstOf(outsideReasons(path, inside), `Write a path relative to the ${inside}, with forward slashes.`);
}

/** What speaks against the name of a file or directory. */
export function nameComplaint(name: string): Complaint | undefined {
  return firstOf(nameReasons(name), 'Choose a name that Linux, macOS and Windows take.');
}

/** A path as a message shows it: what is not seen, or would move what is, by its number. */
export function seen(path: string): string {
  return path.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

type Reason = string | false;

function outsideReasons(path: string, inside: Inside): Reason[] {
  const names = path.split('/');
  const isFile = inside !== 'workspace';
  return [
    isFile && path.endsWith('/') && path !== '/' && 'names a directory',
    isFile && path === '' && 'names no file',
    path.includes('\\') && 'has a backslash',
    (path.startsWith('/') || /^[A-Za-z]:/.test(path)) && 'is absolute',
    names.includes('..') && `lies outside the ${inside}`,
    names.some(isDotGit) && "lies in git's own directory",
    path.startsWith('~') && "starts with '~', which nothing expands",
  ];
}

/** Whether a name is `.git`, for any file system. HFS+ ignores invisible characters, so they may stand anywhere. */
function isDotGit(name: string): boolean {
  return DOT_GIT.test(name.replace(/\p{Cf}/gu, ''));
}

function nameReasons(name: string): Reason[] {
  const bytes = Buffer.byteLength(name);
  const [forbidden] = WINDOWS_FORBIDDEN.exec(name) ?? [];
  return [
    name.search(UNSEEN) >= 0 && 'has a character that is not seen',
    forbidden !== undefined && `has '${forbidden}', which no name on Windows has`,
    DEVICE.test(name) && `has the name '${name}', which is a device on Windows`,
    /[. ]$/.test(name) && `has the name '${name}', whose end Windows drops`,
    bytes > MAX_NAME_BYTES && `has a name of ${bytes} bytes, and file systems take ${MAX_NAME_BYTES}`,
  ];
}

function firstOf(reasons: readonly Reason[], hint: string): Complaint | undefined {
  const why = reasons.find((reason) => reason !== false);
  return why ? { why, hint } : undefined;
}
