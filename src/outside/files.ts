import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';

/** What the system says where no file has that path: nothing is there, or a directory, or a file where a directory would be. */
const NO_FILE = ['ENOENT', 'EISDIR', 'ENOTDIR'];

/** The text of a file; undefined where there is none. */
export function readIfThere(file: string): string | undefined {
  return bytesIfThere(file)?.toString();
}

/**
 * The same of a file that is written back.
 *
 * @throws where it is in another encoding, since the text would then become other bytes
 */
export function readUtf8(file: string): string | undefined {
  if (!isReadableAsUtf8(file)) {
    throw new Error(`${file} is not UTF-8: save it as UTF-8.`);
  }
  return readIfThere(file);
}

/** Whether a file's bytes come back from its text; those of UTF-16 may, but are full of zeros. */
export function isReadableAsUtf8(file: string): boolean {
  const bytes = bytesIfThere(file);
  return bytes === undefined || isUtf8(bytes) && !bytes.includes(0);
}

/** The bytes of a file; undefined where there is none. */
export function bytesIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (NO_FILE.includes((error as NodeJS.ErrnoException).code ?? '')) {
      return undefined;
    }
    throw error;
  }
}
