/** Bytes of a public key: its algorithm, its id and itself. */
const PUBLIC_KEY_BYTES = 42;
const ALGORITHM = 'Ed';

/**
 * What keeps a text from being a public key as Tauri's configuration holds it: the file that
 * `tauri signer generate` writes, in base64. A predicate that repeats nothing of it, since it may be
 * a private key.
 *
 * @see https://jedisct1.github.io/minisign/#signature-format
 */
export function publicKeyProblem(text: string): string | undefined {
  const [comment, key = ''] = linesOf(text);
  if (/secret key/i.test(`${comment}${text}`)) {
    return 'is a private key: store it in a secret, and make a new one if this one was ever committed';
  }
  const bytes = Buffer.from(key, 'base64');
  return bytes.length === PUBLIC_KEY_BYTES && bytes.toString('latin1', 0, 2) === ALGORITHM
    ? undefined
    : 'is no public key in base64, as it stands in the file that ends in .pub';
}

/** Of what base64 holds; none where it is none. */
function linesOf(text: string): string[] {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text.trim()) ? Buffer.from(text, 'base64').toString('utf8').split(/\r?\n/) : [];
}
