import type { Seen } from './app-check';
import { type Commands, commandsWith, leavesFiles, type PossibleCommand, type Sources } from './possible-commands';
import type { OperatingSystem, PlatformModel } from '../model/model';
import { type Fields, fields, isFields, texts } from '../outside/data';
import { CONFIGURATION, configurationFiles, fileFor, mergedWith } from '../updaters/tauri-configuration';

/** Where Tauri's configuration lies, and what may say where Cargo builds. */
export const TAURI_FILES = [
  'package.json', ...configurationFiles(CONFIGURATION), `${CONFIGURATION}5`, ...['', 'src-tauri/'].flatMap((directory) => [`${directory}.cargo/config.toml`, `${directory}.cargo/config`]),
];

/** What brings another configuration, or only a shell knows; and options that are written together with their values. */
const UNKNOWN = /^--config(?:=|$)|^-(?:c$|[a-z].)|[$`]|%\w+%/s;

/** A platform on which Tauri builds. */
export interface TauriPlatform {
  readonly platform: PlatformModel;
  readonly command: 'build' | 'bundle';
  /** What Tauri itself is told. */
  readonly words: readonly string[];
  /** The configuration with what is merged into it on this system. */
  readonly configuration: Fields;
  /** The file that it stands in. */
  readonly file: string;
  /** Whether what it makes stays where it makes it. */
  readonly isLast: boolean;
}

/**
 * The platforms of a job on which Tauri builds by a configuration that can be read: that of version
 * 2, unless a command brings another one.
 */
export function tauriPlatforms(seen: Seen): TauriPlatform[] {
  const file = seen.files.has(CONFIGURATION) ? CONFIGURATION : `${CONFIGURATION}5`;
  const base = seen.content(file);
  return !isFields(base) || 'tauri' in base ? [] : seen.job.platforms.flatMap((platform) => {
    const own = fileFor(platform.system, file);
    const merged = own !== undefined && seen.files.has(own) ? seen.content(own) : {};
    const commands = tauriCommands(seen, platform);
    const isKnown = isFields(merged) && commands.every(({ words }) => !words.some((word) => UNKNOWN.test(word)) && isFor(platform.system, words));
    const isLast = leavesFiles((command) => tauriCommand(command).length > 0, seen, platform);
    return isKnown ? commands.map((command) => ({ ...command, platform, configuration: mergedWith(merged, base), file, isLast })) : [];
  });
}

/** The bundles that are asked for by name; none where all are made. */
export function bundlesOf({ words, configuration }: Pick<TauriPlatform, 'words' | 'configuration'>): string[] {
  const told = valuesOf(words, '--bundles', '-b');
  const declared = told.length ? told : texts([fields(configuration.bundle).targets].flat());
  return declared.map((one) => one.toLowerCase()).filter((one) => one !== 'all');
}

/** What stands behind an option: `--target x`, `--target=x`, `-t x`. */
export function valuesOf(words: readonly string[], long: string, short: string): string[] {
  const at = words.findIndex((word) => word === long || word === short || word.startsWith(`${long}=`));
  const [, value] = /=(.*)$/s.exec(words[at] ?? '') ?? [];
  const behind = words.slice(at + 1);
  const end = behind.findIndex((word) => word.startsWith('-'));
  return at < 0 ? [] : (value === undefined ? behind.slice(0, end < 0 ? undefined : end) : [value]).flatMap((one) => one.split(',')).filter(Boolean);
}

/** Whether it builds for the system that it runs on: for another one, other files are merged. */
function isFor(system: OperatingSystem, words: readonly string[]): boolean {
  const [triple] = valuesOf(words, '--target', '-t');
  return triple === undefined || { linux: /-linux-(?!android)/, macos: /-apple-darwin$/, windows: /-windows-/, other: /^$/ }[system].test(triple);
}

/** Those of a build that run Tauri, in its own words. */
export function tauriCommands(seen: Sources, build: Commands): Pick<TauriPlatform, 'command' | 'words'>[] {
  return commandsWith('tauri', seen, build).flatMap(tauriCommand);
}

function tauriCommand({ words }: PossibleCommand): Pick<TauriPlatform, 'command' | 'words'>[] {
  const told = words[0] === 'cargo' ? words.slice(1) : words;
  const isTauri = /(?:^|[/\\])(?:cargo-)?tauri(?:\.cmd|\.js)?$/.test(told[0] ?? '');
  const [, command, ...options] = told;
  return isTauri && (command === 'build' || command === 'bundle') ? [{ command, words: options }] : [];
}
