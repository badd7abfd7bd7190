import type { Seen } from './app-check';
import { type Commands, commandsWith, leavesFiles, type PossibleCommand, type Sources } from './possible-commands';
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
  /** Whether what it makes stays where it makes it. */
  readonly isLast: boolean;
}

/** The platforms of a job on which Electron Forge runs. */
export function forgePlatforms(seen: Seen): ForgePlatform[] {
  const { forge } = fields(fields(seen.content('package.json')).config);
  const configuration = isFields(forge) ? forge : undefined;
  return seen.job.platforms.flatMap((platform) => forgeCommands(seen, platform)
    .map((command) => ({ ...command, platform, configuration, isLast: leavesFiles((one) => forgeCommand(one).length > 0, seen, platform) })));
}

/** Those of a build that run Electron Forge, in its own words. */
export function forgeCommands(seen: Sources, build: Commands): Pick<ForgePlatform, 'command' | 'words'>[] {
  return commandsWith('electron-forge', seen, build).flatMap(forgeCommand);
}

function forgeCommand({ words: [program = '', command, ...words] }: PossibleCommand): Pick<ForgePlatform, 'command' | 'words'>[] {
  const isForge = /(?:^|[/\\])electron-forge(?:\.cmd)?$/.test(program);
  return isForge && (command === 'make' || command === 'publish') ? [{ command, words }] : [];
}
