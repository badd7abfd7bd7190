import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

/** Writes a whole file or nothing: beside it first, then in its place. Where a link lies, what it leads to is written. */
export function replaceFile(file: string, text: string | Uint8Array): void {
  const target = existsSync(file) ? realpathSync(file) : file;
  // a name of its own length: that of the file may be as long as names can be
  const beside = path.join(path.dirname(target), `.tag-build-${process.pid}.tmp`);
  mkdirSync(path.dirname(target), { recursive: true });
  try {
    writeFileSync(beside, text, { flag: 'wx' });
    if (existsSync(target)) {
      chmodSync(beside, statSync(target).mode);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
