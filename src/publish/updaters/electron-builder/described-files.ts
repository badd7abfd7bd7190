import type { Metadata } from './metadata';
import type { Entry } from './update-info';
import { shown } from './words';
import { type FoundFile, locationOf, shownFile } from '../../assemble/legs';
import { error, type Message } from '../../report';
import { sumOf } from '../../sha256';

/** Metadata with the files that it names; those that are not there are left out. */
export interface Described extends Metadata {
  readonly files: ReadonlyMap<Entry, FoundFile>;
  readonly problems: readonly Message[];
}

/** The sum of a file, in base64. */
type Sum = (file: FoundFile) => Promise<string>;

/** Reads each file once: all channels name the same. */
export function sums(): Sum {
  const known = new Map<FoundFile, Promise<string>>();
  return async (file) => {
    const sum = known.get(file) ?? sumOf(locationOf(file), 'sha512', 'base64');
    known.set(file, sum);
    return sum;
  };
}

/** Finds what metadata names among the files of its leg, and proves it. */
export async function describedFiles(metadata: Metadata, files: readonly FoundFile[], sumFor: Sum): Promise<Described> {
  const found = new Map<Entry, FoundFile>();
  const problems = legacyProblems(metadata);
  for (const entry of metadata.entries) {
    const file = await fileOf(entry, files, sumFor);
    if (!file) {
      problems.push(wrong(metadata, `${entry.at}.${entry.field} is ${shown(entry.name)}, and ${metadata.file.leg.name} left no file of that name, nor one with that sha512 under a name of its own. Declare it among the artifacts, or let nothing change it behind electron-builder.`));
      continue;
    }
    found.set(entry, file);
    problems.push(...await sumProblems(metadata, entry, file, sumFor), ...blockmapProblems(metadata, entry, file, files));
  }
  return { ...metadata, files: found, problems };
}

/** By its name; otherwise by its sum, for electron-builder writes other names than it gives where these hold spaces. */
async function fileOf(entry: Entry, files: readonly FoundFile[], sumFor: Sum): Promise<FoundFile | undefined> {
  const plain = files.filter(({ isFile }) => isFile);
  const called = plain.find(({ path }) => path.split('/').at(-1) === entry.name);
  if (called || /[/\\]/.test(entry.name)) {
    return called;
  }
  for (const file of plain.filter(({ size }) => size === (entry.size ?? size))) {
    if (await sumFor(file) === entry.sha512) {
      return file;
    }
  }
  return undefined;
}

async function sumProblems(metadata: Metadata, { at, name, size, sha512 }: Entry, file: FoundFile, sumFor: Sum): Promise<Message[]> {
  const because = 'Something changed it after electron-builder had described it: let nothing sign, staple or pack it anew behind the build.';
  if (size !== undefined && size !== file.size) {
    return [wrong(metadata, `${at}.size of ${shown(name)} is ${size}, and ${shownFile(file)} has ${file.size} bytes. ${because}`)];
  }
  const sum = await sumFor(file);
  return sum === sha512 ? [] : [wrong(metadata, `${at}.sha512 of ${shown(name)} is ${shown(sha512)}, and that of ${shownFile(file)} is '${sum}'. ${because}`)];
}

/**
 * Where an updater loads only what has changed, it looks for a blockmap beside the file; on Linux, and
 * for a web installer, that is a part of it. Without a size, electron-builder was told to make none.
 */
function blockmapProblems(metadata: Metadata, { at, name, size, holdsBlockmap }: Entry, file: FoundFile, files: readonly FoundFile[]): Message[] {
  const needed = metadata.system !== 'linux' && at.startsWith('files') && size !== undefined && !holdsBlockmap;
  return !needed || files.some(({ path, isFile }) => isFile && path === `${file.path}.blockmap`) ? [] : [
    wrong(metadata, `${at} is ${shown(name)}, and ${shownFile(file)} has no blockmap beside it, without which every update is loaded as a whole. Let nothing remove '${file.path.split('/').at(-1)}.blockmap', and collect it.`),
  ];
}

/** What the oldest updaters read: the first file once more. */
function legacyProblems(metadata: Metadata): Message[] {
  const [path, sha512] = [metadata.fields.get('path'), metadata.fields.get('sha512')];
  return path === undefined && sha512 === undefined || metadata.entries.some((entry) => entry.field === 'url' && entry.name === path && entry.sha512 === sha512) ? [] : [
    wrong(metadata, `path and sha512 are ${shown(String(path))} and ${shown(String(sha512))}, and none of its files has both. Leave it as electron-builder writes it.`),
  ];
}

function wrong(metadata: Metadata, text: string): Message {
  return error('update-metadata-does-not-fit-the-files', `${shownFile(metadata.file)}: ${text}`);
}
