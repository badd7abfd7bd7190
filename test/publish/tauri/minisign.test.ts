import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentOf, FILES, keyOf, SIGNED } from './signed-files';
import { readPublicKey, readSignature, verdictOn } from '../../../src/publish/updaters/tauri/minisign';

const [FIRST] = FILES;
const TAURI = SIGNED.of[keyOf(FIRST)];
const { byMinisign } = SIGNED;

const textOf = (base64: string) => Buffer.from(base64, 'base64').toString();
const inBase64 = (text: string) => Buffer.from(text).toString('base64');
/** With one of its lines changed. */
const changed = (base64: string, at: number, change: (line: string) => string) => inBase64(textOf(base64).split('\n').map((line, index) => index === at ? change(line) : line).join('\n'));
/** With one byte of a line in base64 changed. */
const flipped = (at: number) => (line: string) => {
  const bytes = Buffer.from(line, 'base64');
  bytes[at] = 255 - bytes[at];
  return bytes.toString('base64');
};

async function verdict(signature: string, publicKey = SIGNED.publicKey, content = contentOf(FIRST)): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'minisign-'));
  try {
    writeFileSync(join(directory, 'file'), content);
    return await verdictOn(join(directory, 'file'), readSignature(signature)!, readPublicKey(publicKey)!);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test('a key has the id that its own comment says', () => {
  for (const publicKey of [SIGNED.publicKey, SIGNED.byAnotherKey.publicKey, byMinisign.publicKey]) {
    expect(textOf(publicKey)).toContain(`public key${publicKey === byMinisign.publicKey ? '' : ':'} ${readPublicKey(publicKey)?.id}\n`);
  }
});

test.each([
  ['Tauri', TAURI, SIGNED.publicKey, true],
  ['minisign', byMinisign.prehashed, byMinisign.publicKey, true],
  ['minisign, in its old form', byMinisign.legacy, byMinisign.publicKey, false],
])('a signature by %s holds for its file and no other', async (_, signature, publicKey, isPrehashed) => {
  expect(readSignature(signature)).toMatchObject({ keyId: readPublicKey(publicKey)?.id, isPrehashed });
  expect(await verdict(signature, publicKey)).toBe('valid');
  expect(await verdict(signature, publicKey, `${contentOf(FIRST)}.`)).toBe('another-file');
  expect(await verdict(changed(signature, 1, flipped(30)), publicKey)).toBe('another-file');
});

test('a signature that calls itself the other form is not taken for it', async () => {
  const [asPlain, asPrehashed] = [[byMinisign.prehashed, 'Ed'], [byMinisign.legacy, 'ED']].map(([signature, algorithm]) =>
    changed(signature, 1, (line) => Buffer.concat([Buffer.from(algorithm), Buffer.from(line, 'base64').subarray(2)]).toString('base64')));
  expect(await verdict(asPlain, byMinisign.publicKey)).toBe('another-file');
  expect(await verdict(asPrehashed, byMinisign.publicKey)).toBe('another-file');
});

test('another key is told apart from another file, also one that bears the same id', async () => {
  expect(await verdict(TAURI, byMinisign.publicKey)).toBe('another-key');
  expect(await verdict(SIGNED.byAnotherKey.of[keyOf(FIRST)])).toBe('another-key');
  expect(await verdict(TAURI, changed(SIGNED.publicKey, 1, flipped(20)))).toBe('another-file');
});

test('the trusted comment is covered by a signature of its own', async () => {
  expect(await verdict(changed(TAURI, 2, (line) => line.replace('1.2.3', '1.2.4')))).toBe('another-comment');
  expect(await verdict(changed(TAURI, 3, flipped(0)))).toBe('another-comment');
  // that of another file does not do either
  expect(await verdict(changed(TAURI, 3, () => textOf(SIGNED.of[keyOf(FILES[1])]).split('\n')[3]))).toBe('another-comment');
});

test('a comment may hold any text, and a file may be empty', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const id = Buffer.from('0123456789abcdef', 'hex');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url');
  const signature = sign(null, Buffer.alloc(0), privateKey);
  const comment = 'größer: ☃ \u0001';
  const lines = ['', Buffer.concat([Buffer.from('Ed'), id, signature]).toString('base64'), `trusted comment: ${comment}`, sign(null, Buffer.concat([signature, Buffer.from(comment)]), privateKey).toString('base64')];
  const key = inBase64(`\n${Buffer.concat([Buffer.from('Ed'), id, raw]).toString('base64')}`);
  expect(readPublicKey(key)?.id).toBe('EFCDAB8967452301');
  expect(await verdict(inBase64(lines.join('\n')), key, '')).toBe('valid');
  expect(await verdict(inBase64(lines.join('\r\n')), key, '')).toBe('valid');
});

describe('what is not strictly a signature is none', () => {
  const second = (change: (line: string) => string) => changed(TAURI, 1, change);
  test.each([
    ['nothing', ''],
    ['the text itself', textOf(TAURI)],
    ['base64 without its padding', TAURI.replace(/=+$/, '').slice(0, -1)],
    ['base64 with a line break', `${TAURI.slice(0, 40)}\n${TAURI.slice(40)}`],
    ['base64 with a space before it', ` ${TAURI}`],
    ['base64url', Buffer.from(textOf(TAURI)).toString('base64url')],
    ['no UTF-8', Buffer.concat([Buffer.from([0xff]), Buffer.from(textOf(TAURI))]).toString('base64')],
    ['half of it', inBase64(textOf(TAURI).split('\n').slice(0, 2).join('\n'))],
    ['three lines', inBase64(textOf(TAURI).split('\n').slice(0, 3).join('\n'))],
    ['five lines', inBase64(`${textOf(TAURI)}more`)],
    ['a public key', SIGNED.publicKey],
    ['an algorithm that there is not', second((line) => Buffer.concat([Buffer.from('EX'), Buffer.from(line, 'base64').subarray(2)]).toString('base64'))],
    ['a byte too few', second((line) => Buffer.from(line, 'base64').subarray(0, -1).toString('base64'))],
    ['a byte too many', second((line) => Buffer.concat([Buffer.from(line, 'base64'), Buffer.alloc(1)]).toString('base64'))],
    ['another word before the comment', changed(TAURI, 2, (line) => line.replace('trusted', 'Trusted'))],
    ['a second signature that is too short', changed(TAURI, 3, (line) => Buffer.from(line, 'base64').subarray(1).toString('base64'))],
    ['a second signature that is no base64', changed(TAURI, 3, (line) => `${line}!`)],
  ])('%s', (_, signature) => {
    expect(readSignature(signature)).toBeUndefined();
  });

  test('it is one as it stands', () => {
    expect(readSignature(TAURI)).toBeDefined();
  });
});

test.each([
  ['nothing', ''],
  ['the line alone', textOf(SIGNED.publicKey).split('\n')[1]],
  ['the text itself', textOf(SIGNED.publicKey)],
  ['a space behind it', `${SIGNED.publicKey} `],
  ['a signature', TAURI],
  ['three lines', inBase64(`${textOf(SIGNED.publicKey)}more`)],
  ['a byte too few', changed(SIGNED.publicKey, 1, (line) => Buffer.from(line, 'base64').subarray(0, -1).toString('base64'))],
  ['another algorithm', changed(SIGNED.publicKey, 1, (line) => Buffer.concat([Buffer.from('ED'), Buffer.from(line, 'base64').subarray(2)]).toString('base64'))],
])('what is not strictly a public key is none: %s', (_, key) => {
  expect(readPublicKey(key)).toBeUndefined();
});
