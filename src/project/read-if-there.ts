import { readFileSync } from 'node:fs';

/** What the system says where no file has that path: nothing is there, or a directory, or a file where a directory would be. */
const NO_FILE = ['ENOENT', 'EISDIR', 'ENOTDIR'];

/** The text of a file; undefined where there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (NO_FILE.includes((error as NodeJS.ErrnoException).code ?? '')) {
      return undefined;
    }
    throw error;
  }
}
