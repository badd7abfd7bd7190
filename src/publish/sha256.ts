import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** The sum of a file's content, in hexadecimal digits. */
export async function sha256Of(file: string): Promise<string> {
  return sumOf(file, 'sha256', 'hex');
}

/** It is read once, and never held as a whole. */
export async function sumOf(file: string, algorithm: 'sha256' | 'sha512' | 'blake2b512', encoding: 'hex' | 'base64'): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}
