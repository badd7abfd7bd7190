import { readFile } from 'node:fs/promises';
import { readUpdateInfo, type UpdateInfo } from './update-info';
import { UnreadYaml } from './yaml';
import { ASSET_NAME } from '../../../github/limits';
import { distinct } from '../../../text/words';
import { type FoundFile, locationOf, shownFile } from '../../assemble/legs';
import { error, type Message } from '../../report';

/** A file that electron-updater reads, of one leg. */
export interface Metadata extends UpdateInfo {
  readonly file: FoundFile;
  /** What it is called, also in the release. */
  readonly name: string;
  readonly channel: string;
  readonly system: System;
  /** As Node.js calls it, where the name says it: on Linux. */
  readonly arch: string;
  readonly text: string;
}

/** A file that is called like metadata and is none. */
export interface Unread {
  readonly file: FoundFile;
  readonly problem: Message;
}

export type System = 'linux' | 'macos' | 'windows';

/** Notes of a release are in it, and GitHub takes 125,000 characters of them. */
const MOST_BYTES = 1024 * 1024;

/** The channels that electron-builder knows; others have names of their own. */
const LATEST = 'latest';
const CHANNELS: readonly string[] = [LATEST, 'beta', 'alpha'];

/** Windows has no word in it, and x64 none on Linux. @see app-builder-lib/src/publish/updateInfoBuilder.ts */
const NAME = /^(.+?)(?:(-mac)|(-linux)(?:-(arm64|arm|ia32))?)?\.yml$/;

/** The metadata in a file of a leg; undefined where it is another file. */
export async function metadataIn(file: FoundFile, channel: string): Promise<Metadata | Unread | undefined> {
  const name = file.path.split('/').at(-1)!;
  const match = NAME.exec(name);
  if (!match || !file.isFile || !ASSET_NAME.test(name)) {
    return undefined;
  }
  const [, ofChannel, mac, linux, arch = 'x64'] = match;
  try {
    if (file.size > MOST_BYTES) {
      throw new UnreadYaml(`it has ${file.size} bytes, and at most ${MOST_BYTES} are read`);
    }
    const text = await textOf(file);
    return { file, name, channel: ofChannel, system: mac ? 'macos' : linux ? 'linux' : 'windows', arch, text, ...readUpdateInfo(text) };
  } catch (caught) {
    if (!(caught instanceof UnreadYaml)) {
      throw caught;
    }
    return [...CHANNELS, channel].includes(ofChannel)
      ? { file, problem: error('update-metadata-cannot-be-read', `${shownFile(file)} is called like metadata of electron-updater, and ${caught.message}. Leave it as electron-builder writes it, or call it otherwise.`) }
      : undefined;
  }
}

async function textOf(file: FoundFile): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(locationOf(file)));
  } catch {
    throw new UnreadYaml('it is no text in UTF-8');
  }
}

/** What the metadata of a system is called. */
export function metadataName(channel: string, system: string): string {
  const suffixes: Readonly<Record<string, string>> = { linux: '-linux', macos: '-mac' };
  return `${channel}${suffixes[system] ?? ''}.yml`;
}

/**
 * The channels that apps look for, one behind the other, where none is declared: the first word of a
 * pre-release, and the one that electron-builder names for GitHub whatever the version is.
 *
 * @see electron-updater/src/providers/GitHubProvider.ts, getLatestVersion
 */
export function channelsOf(version: string): string[] {
  return distinct([/^[^+-]*-([^.+]+)/.exec(version)?.[1] ?? LATEST, LATEST]);
}
