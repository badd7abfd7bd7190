import type { Seen } from './app-check';
import { type Commands, commandsWith, leavesFiles, type PossibleCommand, type Sources } from './possible-commands';
import type { OperatingSystem, PlatformModel } from '../model/model';
import { type Fields, fields } from '../outside/data';
import { CONFIGURATION, configurationIn, SECTIONS } from '../updaters/electron-builder-feed';

/** The files that say how electron-builder builds. */
export const ELECTRON_BUILDER_FILES: readonly string[] = CONFIGURATION;

/** Its commands that build nothing. */
const OTHER_COMMANDS = ['install-app-deps', 'node-gyp-rebuild', 'publish', 'create-self-signed-cert', 'start', 'clear-cache', '--version', '--help'];

/** What it runs when files are made, which may put them elsewhere. */
const HOOKS = ['artifactBuildCompleted', 'afterAllArtifactBuild'];

/** A platform whose app electron-builder builds. */
export interface ElectronPlatform {
  readonly platform: PlatformModel;
  /** Its commands, without what starts it: `--linux`, `--publish`, … */
  readonly commands: readonly PossibleCommand[];
  /** Where its configuration stands; '' where there is none. */
  readonly file: string;
  /** What it says; undefined where a program says it, or a command names another one. */
  readonly configuration: Fields | undefined;
  /** Whether what it makes stays where it makes it. */
  readonly isLast: boolean;
}

/** The platforms of a job on which electron-builder runs. */
export function electronPlatforms(seen: Seen): ElectronPlatform[] {
  const manifest = fields(seen.content('package.json'));
  const [file, configuration] = configurationIn({ has: (name) => seen.files.has(name), get: seen.content }, manifest);
  const known = file === '' ? {} : configuration;
  return seen.job.platforms.flatMap((platform) => {
    const commands = builderCommands(seen, platform);
    const isOwn = commands.some(bringsOwnConfiguration);
    const isLast = leavesFiles((command) => builderCommand(command).length > 0, seen, platform);
    return commands.length === 0 ? [] : [{ platform, commands, file, configuration: isOwn ? undefined : known, isLast }];
  });
}

/** Whether what it makes lies there when files are collected. */
export function staysThere({ isLast, configuration }: ElectronPlatform): boolean {
  return isLast && !HOOKS.some((hook) => configuration?.[hook]);
}

/** What a section of a platform, or else all of the configuration, says. */
export function optionFor(configuration: Fields, system: OperatingSystem, option: string): unknown {
  const own = fields(configuration[SECTIONS[system]])[option];
  return own === undefined ? configuration[option] : own;
}

/** Those of a build that run electron-builder, in its own words. */
export function builderCommands(seen: Sources, build: Commands): PossibleCommand[] {
  return commandsWith('electron-builder', seen, build).flatMap(builderCommand);
}

/** Whether a command names a configuration that lies elsewhere. */
export function bringsOwnConfiguration({ words }: PossibleCommand): boolean {
  return words.some((word) => /^(?:-c|--config|--project(?:Dir)?)(?:[.=]|$)/.test(word));
}

function builderCommand({ words, script }: PossibleCommand): PossibleCommand[] {
  const at = words[0] === 'node' ? 1 : 0;
  const isBuilder = /(?:^|[/\\])electron-builder(?:\.cmd|[/\\]cli(?:\.js)?|[/\\]out[/\\]cli[/\\]cli\.js)?$/.test(words[at] ?? '');
  const told = words.slice(at + 1);
  return isBuilder && !OTHER_COMMANDS.some((command) => told.includes(command)) ? [{ words: told, script }] : [];
}

/** How a command is named in a message. */
export function commandName({ words, script }: PossibleCommand): string {
  return `'${['electron-builder', ...words].join(' ')}'${script && ` of the script '${script}'`}`;
}

