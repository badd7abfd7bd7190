import { readFileSync } from 'node:fs';
import type { Bundle } from './bundles';
import { readSignature, type Signature, type Verdict, verdictOn } from './minisign';
import type { AppConfig } from './public-key';
import { MAX_ASSET_BYTES } from '../../../github/limits';
import { locationOf, shownFile, shownPath } from '../../assemble/legs';
import { error, type Message } from '../../report';

/** A signature as an updater reads it. */
export interface CheckedSignature {
  /** '' where it is none. */
  readonly text: string;
  /** When it was made, in seconds since 1970; 0 where it does not say so. */
  readonly time: number;
  readonly problems: readonly Message[];
}

/** Bytes of a signature; Tauri's have about 400. */
const LONGEST = 8 * 1024;

const SAME_KEY = 'Give the platforms the private key in TAURI_SIGNING_PRIVATE_KEY that belongs to the public key that apps were built with.';
const SIGN_LAST = 'Let nothing change a bundle after Tauri has signed it, and begin in an empty directory.';

/** Whether apps with that configuration accept the bundle as the version; '' in a rehearsal, which has none. */
export async function checkSignature(bundle: Bundle, config: Omit<AppConfig, 'problems'>, version: string): Promise<CheckedSignature> {
  const { file, signature: { size, path, leg } } = bundle;
  const text = size > LONGEST ? '' : readFileSync(locationOf({ leg, path }), 'utf8').trimEnd();
  const signature = readSignature(text);
  if (!signature) {
    const what = size > LONGEST ? `has ${size} bytes, and one that Tauri makes has at most ${LONGEST}` : 'is no text in base64 that holds a signature of minisign';
    return { text: '', time: 0, problems: [error('a-signature-is-not-understood', `${shownFile(bundle.signature)} ${what}. Upload it as Tauri wrote it.`)] };
  }
  const { publicKey, requiresVersion } = config;
  const time = fieldIn(signature, 'timestamp');
  const canBeRead = publicKey && file.size <= MAX_ASSET_BYTES;
  const verdict = canBeRead ? await verdictOn(locationOf(file), signature, publicKey) : 'valid';
  return {
    text,
    time: /^\d{1,10}$/.test(time) ? Number(time) : 0,
    problems: verdict === 'valid' ? versionProblems(bundle, signature, version, requiresVersion) : [refusal(verdict, bundle, signature, publicKey!.id)],
  };
}

function refusal(verdict: Exclude<Verdict, 'valid'>, { file, signature }: Bundle, made: Signature, id: string): Message {
  switch (verdict) {
    case 'another-key':
      return error('an-update-is-signed-with-another-key', `${shownFile(signature)} was made with the key ${made.keyId}, and apps accept ${id} alone. ${SAME_KEY}`);
    case 'another-file': {
      const of = fieldIn(made, 'file');
      return error('a-signature-is-of-another-file', `${shownFile(signature)} is not of the content of ${shownFile(file)}, so that no app accepts it; its comment names ${of ? `'${shownPath(of)}'` : 'no file'}. ${SIGN_LAST}`);
    }
    case 'another-comment':
      return error('a-trusted-comment-was-changed', `The trusted comment of ${shownFile(signature)} is not the one that was signed with it, so that no app accepts it. ${SIGN_LAST}`);
  }
}

/** Apps compare it with what `latest.json` says, since the plugin reads it; older commands of Tauri do not write it. */
function versionProblems({ file, signature }: Bundle, made: Signature, version: string, isRequired: boolean): Message[] {
  const signed = fieldIn(made, 'version');
  if (signed === '') {
    return isRequired ? [error('an-update-is-of-another-version', `${shownFile(signature)} says no version, and apps accept none without: plugins.updater.requireSignedVersion is true. Build with a newer tauri command, which writes it.`)] : [];
  }
  return version === '' || signed.replace(/^v+/, '') === version ? [] : [
    error('an-update-is-of-another-version', `${shownFile(file)} was signed as version ${shownPath(signed)}, and the tag's is ${version}. Build the version of the tag, and begin in an empty directory.`),
  ];
}

/** The trusted comment consists of `name:value` with tabs between; '' where there is none of the name. */
function fieldIn({ trustedComment }: Signature, name: string): string {
  const field = trustedComment.split('\t').find((one) => one.startsWith(`${name}:`));
  return field ? field.slice(name.length + 1) : '';
}
