import { lstatSync, readFileSync } from 'node:fs';
import { type PublicKey, readPublicKey } from './minisign';
import { isSemver } from '../../../text/versions';
import type { TauriPlan } from '../../contract';
import { isFields } from '../../github/shapes';
import { error, type Message } from '../../report';

/** What apps that are installed were built with. */
export interface AppConfig {
  /** Undefined where it is not known, which is a problem then. */
  readonly publicKey: PublicKey | undefined;
  /** Of the app; '' where it is said elsewhere, such as in a package.json. */
  readonly version: string;
  /** Whether apps accept no signature without a version. */
  readonly requiresVersion: boolean;
  readonly problems: readonly Message[];
}

/** Bytes of a configuration that is read. */
const LONGEST = 1024 * 1024;

/** Of the plan, or what Tauri's configuration says in the commit of the tag. */
export function readAppConfig({ config, publicKey }: Pick<TauriPlan, 'config' | 'publicKey'>): AppConfig {
  if (config === '') {
    return { ...keyIn(publicKey, 'publicKey of the updater'), version: '', requiresVersion: false };
  }
  const said = lstatSync(config, { throwIfNoEntry: false });
  if (!said?.isFile() || said.size > LONGEST) {
    return unknown(`${config} is not in the commit that was built, or it is a link or larger than ${LONGEST} bytes`);
  }
  const content = parsed(readFileSync(config, 'utf8'));
  if (!isFields(content)) {
    return unknown(`${config} is no JSON`);
  }
  const updater = fieldsOf(fieldsOf(content.plugins).updater);
  const version = typeof content.version === 'string' && isSemver(content.version) ? content.version : '';
  return {
    ...typeof updater.pubkey === 'string' ? keyIn(updater.pubkey, `plugins.updater.pubkey in ${config}`) : unknown(`${config} has no plugins.updater.pubkey`),
    version,
    requiresVersion: updater.requireSignedVersion === true,
  };
}

function keyIn(text: string, where: string): Pick<AppConfig, 'publicKey' | 'problems'> {
  const publicKey = readPublicKey(text);
  return publicKey ? { publicKey, problems: [] } : unknown(`What stands in ${where} is no public key in base64, as "tauri signer generate" writes it into the .pub file`);
}

function unknown(what: string): AppConfig {
  return {
    publicKey: undefined,
    version: '',
    requiresVersion: false,
    problems: [
      error('the-public-key-of-updates-is-not-known', `${what}, so that no signature can be checked. Set config of the updater to the file that has plugins.updater.pubkey, or publicKey to what stands there.`),
    ],
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isFields(value) ? value : {};
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
