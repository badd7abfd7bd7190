import { isUtf8 } from 'node:buffer';
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sumOf } from '../../sha256';

/**
 * Keys and signatures of minisign as Tauri has them: the whole text in base64 once more.
 *
 * @see https://jedisct1.github.io/minisign/#signature-format
 */

export interface PublicKey {
  /** As minisign shows it: 16 hexadecimal digits. */
  readonly id: string;
  readonly key: KeyObject;
}

export interface Signature {
  /** Of the key that made it. */
  readonly keyId: string;
  /** Whether it is of the file's sum, and not of the file itself as the oldest ones are. */
  readonly isPrehashed: boolean;
  readonly bytes: Buffer;
  readonly trustedComment: string;
  /** Of the signature and the trusted comment together. */
  readonly globalBytes: Buffer;
}

/** What a signature proves of a file; none of it where the key is another one. */
export type Verdict = 'valid' | 'another-key' | 'another-file' | 'another-comment';

const PLAIN = 'Ed';
const PREHASHED = 'ED';
const ALGORITHM_BYTES = 2;
const ID_BYTES = 8;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const TRUSTED = 'trusted comment: ';

/** Undefined where it is none. */
export function readPublicKey(text: string): PublicKey | undefined {
  const [, line, ...more] = linesIn(text);
  const key = keyed(line, KEY_BYTES);
  if (key?.algorithm !== PLAIN || more.length) {
    return undefined;
  }
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.value.toString('base64url') };
  return { id: key.id, key: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** Undefined where it is none. */
export function readSignature(text: string): Signature | undefined {
  const [, line, comment, globalLine, ...more] = linesIn(text);
  const signature = keyed(line, SIGNATURE_BYTES);
  const globalBytes = bytesIn(globalLine);
  if (!signature || ![PLAIN, PREHASHED].includes(signature.algorithm) || more.length) {
    return undefined;
  }
  if (!comment?.startsWith(TRUSTED) || globalBytes?.length !== SIGNATURE_BYTES) {
    return undefined;
  }
  return {
    keyId: signature.id,
    isPrehashed: signature.algorithm === PREHASHED,
    bytes: signature.value,
    trustedComment: comment.slice(TRUSTED.length),
    globalBytes,
  };
}

/** Reads the file once. It is held as a whole only if its signature is one of the oldest kind. */
export async function verdictOn(file: string, signature: Signature, { id, key }: PublicKey): Promise<Verdict> {
  const { keyId, isPrehashed, bytes, trustedComment, globalBytes } = signature;
  if (keyId !== id) {
    return 'another-key';
  }
  if (!verify(null, isPrehashed ? Buffer.from(await sumOf(file, 'blake2b512', 'hex'), 'hex') : await readFile(file), key, bytes)) {
    return 'another-file';
  }
  return verify(null, Buffer.concat([bytes, Buffer.from(trustedComment)]), key, globalBytes) ? 'valid' : 'another-comment';
}

/** Without the empty one behind the last; none where it is no text in base64. */
function linesIn(text: string): string[] {
  const bytes = bytesIn(text);
  return bytes && isUtf8(bytes) ? bytes.toString().replace(/\r?\n$/, '').split(/\r?\n/) : [];
}

interface Keyed {
  readonly algorithm: string;
  readonly id: string;
  readonly value: Buffer;
}

/** What a line says of a key, and what follows it. */
function keyed(line: string | undefined, length: number): Keyed | undefined {
  const bytes = bytesIn(line);
  const start = ALGORITHM_BYTES + ID_BYTES;
  return bytes?.length === start + length ? {
    algorithm: bytes.toString('latin1', 0, ALGORITHM_BYTES),
    // minisign shows it as a number, whose lowest byte comes first
    id: Buffer.from(bytes.subarray(ALGORITHM_BYTES, start)).reverse().toString('hex').toUpperCase(),
    value: bytes.subarray(start),
  } : undefined;
}

/** Strictly: apps take no base64 with spaces, without its padding or with another end. */
function bytesIn(base64: string | undefined): Buffer | undefined {
  const bytes = Buffer.from(base64 ?? '', 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}
