import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * What an app does with `latest.json`, as tauri-plugin-updater 2.14 does it, written apart from what
 * makes the file: the whole of it is parsed first, then the app looks for itself, downloads and verifies.
 *
 * @see https://docs.rs/crate/tauri-plugin-updater/2.14.1/source/src/updater.rs
 */
export interface App {
  readonly os: 'darwin' | 'linux' | 'windows';
  readonly arch: 'x86_64' | 'aarch64' | 'i686' | 'armv7';
  /** What it was installed from; undefined for one of before 2.10, which does not say so. */
  readonly installer?: 'app' | 'appimage' | 'deb' | 'rpm' | 'msi' | 'nsis';
  /** As in its tauri.conf.json. */
  readonly pubkey: string;
  readonly requireSignedVersion?: boolean;
}

export interface Found {
  readonly url: string;
  readonly signature: string;
  readonly version: string;
}

interface Remote {
  readonly version: string;
  readonly notes?: string;
  readonly pub_date?: string;
  readonly platforms: Readonly<Record<string, { readonly url: string; readonly signature: string }>>;
}

const SEMVER = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const STANDARD_BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What an app is offered. It throws what the plugin calls an error. */
export function find(latestJson: string, { os, arch, installer }: App): Found {
  const { version, pub_date: date, notes, platforms }: Remote = JSON.parse(latestJson);
  if (!SEMVER.test(version.replace(/^v+/, ''))) throw new Error('version');
  if (date !== undefined && !RFC_3339.test(date)) throw new Error('invalid value for `pub_date`');
  if (notes !== undefined && typeof notes !== 'string') throw new Error('notes');
  for (const { url, signature } of Object.values(platforms)) {
    if (!URL.canParse(url) || typeof signature !== 'string') throw new Error('platforms');
  }
  const key = [...installer ? [`${os}-${arch}-${installer}`] : [], `${os}-${arch}`].find((one) => Object.hasOwn(platforms, one));
  if (!key) throw new Error('TargetsNotFound');
  return { ...platforms[key], version };
}

/** Throws where the app would refuse what it has downloaded. */
export function accept(data: Buffer, { signature, version }: Found, { pubkey, requireSignedVersion }: App): void {
  const key = decoded(decoded(pubkey).toString().split('\n')[1]);
  const [, line, comment, globalLine] = decoded(signature).toString().split('\n');
  const signed = decoded(line);
  const trusted = comment.slice('trusted comment: '.length);
  if (!key.subarray(2, 10).equals(signed.subarray(2, 10))) throw new Error('UnexpectedKeyId');
  const publicKey = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(10)]), format: 'der', type: 'spki' });
  const message = signed.toString('latin1', 0, 2) === 'ED' ? createHash('blake2b512').update(data).digest() : data;
  const global = Buffer.concat([signed.subarray(10), Buffer.from(trusted)]);
  if (!verify(null, message, publicKey, signed.subarray(10)) || !verify(null, global, publicKey, decoded(globalLine))) throw new Error('InvalidSignature');
  const own = trusted.split('\t').find((field) => field.startsWith('version:'))?.slice('version:'.length);
  if (own === undefined ? requireSignedVersion : own.replace(/^v+/, '') !== version.replace(/^v+/, '')) throw new Error('SignedVersion');
}

function decoded(base64: string): Buffer {
  if (!STANDARD_BASE64.test(base64)) throw new Error('base64');
  return Buffer.from(base64, 'base64');
}
