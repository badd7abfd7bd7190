import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { locationOf } from './legs';
import type { NamedFile } from './problems';
import { CHECKSUMS, FILES, MANIFEST, RECORD, type ReleaseFile, type ReleaseSet, SET } from '../contract';
import { sha256Of } from '../sha256';
import type { MadeFile } from '../updaters/updater-part';

/** Puts the files under their new names into the set, and those that were made of them. They are read once, and never held as a whole. */
export async function placeFiles(files: readonly NamedFile[], made: readonly MadeFile[]): Promise<ReleaseFile[]> {
  rmSync(SET, { recursive: true, force: true });
  mkdirSync(path.join(SET, FILES), { recursive: true });
  const placed: ReleaseFile[] = [];
  for (const file of files) {
    const { name, size, path: originalName, leg: { job, platform } } = file;
    linkSync(locationOf(file), path.join(SET, FILES, name));
    placed.push({ name, size, sha256: await sha256Of(locationOf(file)), job, platform, originalName });
  }
  for (const { name, content } of made) {
    const location = path.join(SET, FILES, name);
    writeFileSync(location, content);
    placed.push({ name, size: Buffer.byteLength(content), sha256: await sha256Of(location), job: 'assemble', platform: '', originalName: name });
  }
  return placed.sort(byName);
}

/** Writes what the set says of itself: our record, and as files of the release what is wanted of it. */
export async function writeRecord(set: ReleaseSet, wanted: { readonly checksums: boolean; readonly manifest: boolean }): Promise<void> {
  const json = `${JSON.stringify(set, undefined, 2)}\n`;
  writeFileSync(path.join(SET, RECORD), json);
  const own = (name: string) => path.join(SET, FILES, name);
  if (wanted.manifest) {
    writeFileSync(own(MANIFEST), json);
  }
  if (wanted.checksums) {
    const sums = [...set.files, ...wanted.manifest ? [{ name: MANIFEST, sha256: await sha256Of(own(MANIFEST)) }] : []];
    writeFileSync(own(CHECKSUMS), sums.sort(byName).map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  }
}

export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
