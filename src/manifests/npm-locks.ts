import { ROOT, TOP } from './json';
import { jsonTexts } from './json-texts';
import { asBytes, type Change, directoriesOf, inDirectory, type ManifestFiles, type NewVersion } from './manifest-files';
import { byteOrderMark, placedVersions } from './manifest-kind';

/**
 * What a package.json's version is repeated in, as `npm version` sets it: the lock beside it, and the
 * package's entry in that of a workspace above it.
 */
export function followNpm(path: string, { written }: NewVersion, files: ManifestFiles): Map<string, Change[]> {
  const [own, ...above] = directoriesOf(path);
  return new Map([own, ...above].flatMap((directory) => {
    const ways = directory === own ? [TOP, ROOT] : [['packages', asBytes(own.slice(directory ? directory.length + 1 : 0)), 'version']];
    return ['package-lock.json', 'npm-shrinkwrap.json'].map((name) => {
      const lock = inDirectory(directory, name);
      return [lock, changesOf(files.read(lock) ?? '', ways, written)] as const;
    });
  }));
}

function changesOf(lock: string, ways: readonly (readonly string[])[], to: string): Change[] {
  const mark = byteOrderMark(lock);
  return placedVersions(jsonTexts(lock.slice(mark), ways) ?? []).map(({ version, at, length }) => ({ from: version, to, at: at + mark, length }));
}
