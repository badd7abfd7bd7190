import type { Seen } from './app-check';
import { commandsWith } from './app-commands';
import type { PlatformModel } from '../model/model';
import { type Fields, fields, isFields } from '../outside/data';

export const ELECTRON_FORGE_FILES = ['package.json'];

/** A platform on which Electron Forge makes something. */
export interface ForgePlatform {
  readonly platform: PlatformModel;
  readonly command: 'make' | 'publish';
  /** What it is told. */
  readonly words: readonly string[];
  /** Undefined where a program says it. */
  readonly configuration: Fields | undefined;
}

/** The platforms of a job on which Electron Forge runs. */
export function forgePlatforms(seen: Seen): ForgePlatform[] {
  const { forge } = fields(fields(seen.content('package.json')).config);
  return seen.job.platforms.flatMap((platform) => commandsWith('electron-forge', seen, platform).flatMap(({ words: [program, command, ...words] }): ForgePlatform[] => {
    const isForge = /(?:^|[/\\])electron-forge(?:\.cmd)?$/.test(program) && (command === 'make' || command === 'publish');
    return isForge ? [{ platform, command, words, configuration: isFields(forge) ? forge : undefined }] : [];
  }));
}
