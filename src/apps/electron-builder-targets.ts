import { asPath, type BuiltFile } from './built-files';
import type { ElectronPlatform } from './electron-builder';
import type { OperatingSystem, PlatformModel } from '../model/model';
import { type Fields, fields, text } from '../outside/data';
import { distinct } from '../text/words';
import { SECTIONS } from '../updaters/electron-builder-feed';

/** How electron-builder builds on a system. */
export interface ElectronBuild extends Pick<ElectronPlatform, 'commands' | 'configuration'> {
  readonly platform: Pick<PlatformModel, 'system'>;
}

/** Something that electron-builder is to make. */
export interface Target {
  readonly system: OperatingSystem;
  readonly target: string;
  /** Whether somebody has asked for it. */
  readonly declared: boolean;
}

const DEFAULTS: Readonly<Record<OperatingSystem, readonly string[]>> = { linux: ['snap', 'appimage'], macos: ['zip', 'dmg'], windows: ['nsis'], other: [] };

/** The ending of the files of a target, and where its options stand. */
const TARGETS: ReadonlyMap<string, readonly [ending: string, options: string]> = new Map([
  ...['7z', 'apk', 'appx', 'deb', 'dmg', 'flatpak', 'msi', 'pacman', 'pkg', 'rpm', 'snap', 'tar.bz2', 'tar.gz', 'tar.lz', 'tar.xz', 'zip']
    .map((target): [string, [string, string]] => [target, [target, target]]),
  ['appimage', ['AppImage', 'appImage']],
  ['msiwrapped', ['msi', 'msiWrapped']],
  ['nsis', ['exe', 'nsis']],
  ['nsis-web', ['exe', 'nsisWeb']],
  ['portable', ['exe', 'portable']],
]);

const SYSTEM_FLAGS: ReadonlyMap<string, OperatingSystem> = new Map([
  ...['--linux', 'l'].map((flag): [string, OperatingSystem] => [flag, 'linux']),
  ...['--mac', '--macos', 'm', 'o'].map((flag): [string, OperatingSystem] => [flag, 'macos']),
  ...['--win', '--windows', 'w'].map((flag): [string, OperatingSystem] => [flag, 'windows']),
]);

/** What all commands of a platform make; none where that is not known. */
export function targetsOf({ configuration, commands, platform }: ElectronBuild): Target[] {
  // a shell, or what is inherited, may say anything
  const isUnknown = !configuration || configuration.extends !== undefined || commands.some(({ words }) => words.some((word) => /[$%`]|^--dir$/.test(word)));
  return isUnknown ? [] : commands.flatMap(({ words }) => {
    const asked = askedFor(words);
    return (asked.size ? [...asked] : [[platform.system, []] as const]).flatMap(([system, told]) => {
      const declared = told.length ? told : declaredTargets(configuration, system);
      const named = declared.map((target) => target.toLowerCase().trim().replace(/:\w+$/, ''));
      const all = named.length ? named.flatMap((target) => target === 'default' ? DEFAULTS[system] : target) : DEFAULTS[system];
      return distinct(all).map((target) => ({ system, target, declared: named.includes(target) }));
    });
  });
}

/** What is made for a target, as far as its name is known. */
export function builtFile({ system, target, declared }: Target, { configuration = {} }: Pick<ElectronBuild, 'configuration'>): BuiltFile | undefined {
  const [ending, options] = TARGETS.get(target) ?? ['', ''];
  const output = text(fields(configuration.directories).output) || 'dist';
  const named = [options, SECTIONS[system]].map((section) => text(fields(configuration[section]).artifactName));
  const name = [...named, text(configuration.artifactName)].find(Boolean) ?? '*.${ext}';
  const file = asPath(output, target === 'nsis-web' ? target : '', name.replaceAll('${ext}', ending).replace(/\$\{(?!env\.)[^}]*\}/g, '*'));
  // a directory may stand for what is left
  const isKnown = ending !== '' && file !== undefined && !file.includes('${');
  // updates on macOS are made of a zip, whether anybody collects it or not
  return isKnown ? { target, paths: [file], wanted: declared && !(system === 'macos' && target === 'zip') } : undefined;
}

/** What a command names behind the flag of each system; nothing where it names none. */
function askedFor(words: readonly string[]): Map<OperatingSystem, string[]> {
  const asked = new Map<OperatingSystem, string[]>();
  let current: OperatingSystem | undefined;
  for (const word of words) {
    const [, long, short, value] = /^(?:(--[a-z]+)|-([a-z]+))(?:=(.*))?$/s.exec(word) ?? [];
    const systems = (long === undefined ? [...short ?? ''] : [long]).flatMap((flag) => SYSTEM_FLAGS.get(flag) ?? []);
    systems.forEach((system) => asked.set(system, asked.get(system) ?? []));
    current = word.startsWith('-') ? systems.at(-1) : current;
    const target = word.startsWith('-') ? value : word;
    if (current && target) {
      asked.get(current)!.push(target);
    }
  }
  return asked;
}

function declaredTargets(configuration: Fields, system: OperatingSystem): string[] {
  const { target } = fields(configuration[SECTIONS[system]]);
  return [target].flat().map((one) => text(one) || text(fields(one).target)).filter(Boolean);
}
