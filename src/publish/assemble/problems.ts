import { type FoundFile, shownFile, shownPath } from './legs';
import { collectedBy, readArtifactPatterns } from '../../github/artifact-glob';
import { ASSET_NAME, MAX_ASSET_BYTES, MAX_ASSETS, MAX_FILE_NAME_BYTES } from '../../github/limits';
import { beginning, orList } from '../../text/words';
import { CHECKSUMS, EITHER, MANIFEST, type PlannedLeg } from '../contract';
import { error, type Message } from '../report';

/** A file with the name that it has in the release; '' where it has none. */
export interface NamedFile extends FoundFile {
  readonly name: string;
}

/** How many names a message shows. */
const SHOWN = 20;

/** What a leg's artifact has too little or too much. Nothing is said of one that may be absent, and is. */
export function legProblems(leg: PlannedLeg, files: readonly FoundFile[]): Message[] {
  if (!files.length) {
    return leg.allowedToFail ? [] : [error('a-platform-left-no-files', `The artifact of ${leg.name} is not there, or holds nothing. Look at its job, and choose "Re-run failed jobs" when its cause is gone.`)];
  }
  const patterns = readArtifactPatterns(leg.patterns.flatMap((pattern) => pattern.split(EITHER)));
  const hits = files.map((file) => ({ file, by: collectedBy(patterns, [leg.root, file.path].filter(Boolean).join('/')) }));
  const needed = patterns.filter(({ excludes, written }) => !excludes && !leg.unneeded.includes(written));
  const hasNone = needed.filter((pattern) => hits.every(({ by }) => !by.includes(pattern))).map(({ written }) => written);
  const missed = leg.patterns.map((pattern) => pattern.split(EITHER)).filter((all) => all.every((written) => hasNone.includes(written)));
  return [
    ...missed.map((all) => error('a-pattern-has-no-file', `No file of ${leg.name} matches ${orList(all.map((written) => `'${written}'`))}; its artifact holds: ${beginning(files.map((file) => shownPath(file.path)), SHOWN)}. Correct the pattern or the build.`)),
    ...hits.filter(({ by }) => !by.length).map(({ file }) => error('a-file-is-not-declared', `No pattern of ${leg.name} names '${shownPath(file.path)}', which is in its artifact. Declare it among the artifacts, or let nothing else upload under the name of this one.`)),
  ];
}

/** What keeps single files out of a release. */
export function fileProblems(files: readonly NamedFile[]): Message[] {
  return files.flatMap((file) => {
    if (!file.isFile || /\p{Cc}/u.test(file.path)) {
      return [error('a-file-cannot-be-published', `${shownFile(file)} is ${file.isFile ? 'called by a name with control characters' : 'a link, a pipe or a device, or is not found by its name'}. Let the build leave a plain file.`)];
    }
    return [...sizeProblems(file), ...nameProblems(file)];
  });
}

function sizeProblems(file: NamedFile): Message[] {
  const { size } = file;
  if (size === 0) {
    return [error('a-file-is-empty', `${shownFile(file)} has 0 bytes, and GitHub takes no such file. Look at what the build did.`)];
  }
  return size <= MAX_ASSET_BYTES ? [] : [
    error('a-file-is-too-large', `${shownFile(file)} has ${size} bytes, and GitHub takes at most ${MAX_ASSET_BYTES}. Let the build split or compress it.`),
  ];
}

function nameProblems(file: NamedFile): Message[] {
  const { name } = file;
  if (!ASSET_NAME.test(name)) {
    return [error('a-file-has-no-name', `Nothing of the name of ${shownFile(file)} can stand in a release, which takes letters, digits and . _ + @ -. Let the build name it otherwise, or give all files names without their own: assetName: 'app-{platform}{ext}'.`)];
  }
  return name.length <= MAX_FILE_NAME_BYTES ? [] : [
    error('a-file-has-no-name', `${shownFile(file)} would be called by ${name.length} characters; allowed are ${MAX_FILE_NAME_BYTES}. Let the build name it shorter, or set assetName.`),
  ];
}

/** What keeps the files together out of one release; `own` are those that are made here. */
export function setProblems(files: readonly NamedFile[], own: readonly string[]): Message[] {
  const count = files.length + own.length;
  return [
    ...files.length ? [] : [error('a-platform-left-no-files', 'No platform left a file, so that there is nothing to publish. Look at their jobs, and choose "Re-run failed jobs" when the cause is gone.')],
    ...count <= MAX_ASSETS ? [] : [error('there-are-too-many-files', `There are ${count} files, ${own.length} of them made here, and a release takes ${MAX_ASSETS}. Narrow the patterns, or let the build pack files together.`)],
    ...sharedNames(files).map(([name, ...same]) => error('two-files-have-one-name', `${name} would be the name of ${beginning(same, SHOWN)}. Let the build name them apart, or set assetName, for instance '{name}-{platform}{ext}'.`)),
    ...own.filter((name, index) => own.findIndex((other) => isSame(name, other)) < index)
      .map((name) => error('two-files-have-one-name', `${name} would be made here twice, where upper and lower case are the same. Let all platforms build it under one name.`)),
    ...files.filter(({ name }) => [CHECKSUMS, MANIFEST, ...own].some((taken) => isSame(name, taken)))
      .map((file) => error('two-files-have-one-name', `${shownFile(file)} would be called ${file.name}, which is a name of a file that is made here. Let the build name it otherwise, or set assetName.`)),
  ];
}

/** Each name that several files have, with them. Upper and lower case are the same: so they are where people download to. */
function sharedNames(files: readonly NamedFile[]): string[][] {
  const byName = new Map<string, string[]>();
  for (const file of files.filter(({ name }) => name !== '')) {
    const key = file.name.toLowerCase();
    byName.set(key, [...byName.get(key) ?? [file.name], shownFile(file)]);
  }
  return [...byName.values()].filter((entry) => entry.length > 2);
}

function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}
