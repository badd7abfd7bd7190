import * as path from 'node:path/posix';
import { bringsOwnConfiguration, builderCommands } from '../../../apps/electron-builder';
import { TOLD } from '../../../apps/electron-builder-publishes';
import { builtFile, targetsOf } from '../../../apps/electron-builder-targets';
import { type PossibleCommand, possibleCommands } from '../../../apps/possible-commands';
import { valuesOf } from '../../../apps/tauri';
import type { OperatingSystem } from '../../../model/model';
import { type Fields, fields, isFields, text } from '../../../outside/data';
import { distinct } from '../../../text/words';
import { electronBuilder as updater } from '../../../updaters/electron-builder';
import { CONFIGURATION, configurationIn, misledElectronApps, SECTIONS } from '../../../updaters/electron-builder-feed';
import { call, list, object } from '../../code';
import { type AppKind, type Build, type FoundUpdater, plainName } from '../app';
import { type ManagerName, managerOf, programLine, scriptLine } from '../manager';
import { PLATFORMS, type System, usualOf } from '../platforms';
import { scriptsFor, systemsOfScripts } from '../scripts';
import type { Sight } from '../sight';
import { missingFile } from '../updater-files';

const NEVER = '--publish never';
const FLAGS: Readonly<Record<System, string>> = { linux: '--linux', macos: '--mac', windows: '--win' };
const ENDINGS: Readonly<Record<System, string>> = { linux: 'AppImage', macos: 'dmg', windows: 'exe' };

/** @see https://www.electron.build/docs/configuration */
export const electronBuilder: AppKind = {
  id: 'electron-builder',
  isCertain: true,
  read: (sight) => {
    const isThere = 'electron-builder' in sight.dependencies || CONFIGURATION.slice(1).some((file) => sight.has(file));
    return isThere ? read(sight) : undefined;
  },
};

function read(sight: Sight): ReturnType<AppKind['read']> {
  const [file, said] = configurationIn({ has: sight.files.has, get: (name) => name === '' ? undefined : sight.content(name) }, sight.manifest);
  const known = file === '' ? {} : said;
  const configuration = known && withOutput(known);
  const byScripts = systemsOfScripts(sight);
  const systems = (['linux', 'windows', 'macos'] as const).filter((system) => isFields(configuration?.[SECTIONS[system]]) || byScripts.includes(system));
  const isUpdated = 'electron-updater' in sight.dependencies;
  const manager = managerOf(sight)?.name ?? 'npm';
  return {
    title: 'electron-builder',
    file: file.replace(/^build in /, '') || 'package.json',
    name: plainName(configuration?.productName, sight.manifest.name),
    platforms: usualOf(systems),
    build: (platform) => build(sight, PLATFORMS[platform].system, { configuration, manager, isUpdated }),
    usesNode: true,
    setup: [],
    prepare: {},
    // an app that is packed has a package.json of its own
    manifests: [path.join(text(fields(known?.directories).app) || 'app', 'package.json'), 'package.json'].filter((name) => !name.startsWith('..')),
    updater: isUpdated ? updaterOf(sight, systems) : undefined,
    notes: [
      ...known ? [] : [{ option: 'platforms', text: `'${file}' is a program, which is not read: compare artifacts with what it makes` }],
    ],
  };
}

/** A directory that only the build knows is any. */
function withOutput(configuration: Fields): Fields {
  const output = text(fields(configuration.directories).output).replace(/\$\{[^}]*\}/g, '*');
  return output === '' ? configuration : { ...configuration, directories: { ...fields(configuration.directories), output } };
}

interface How {
  readonly configuration: Fields | undefined;
  readonly manager: ManagerName;
  readonly isUpdated: boolean;
}

function build(sight: Sight, system: System, how: How): Build {
  const line = scriptsFor(sight, system).flatMap((name) => lineOf(sight, name, system, how.manager))[0];
  const plain = scriptsFor(sight, system).find((name) => name === 'build' && builderCommands(sight, { run: [scriptLine(how.manager, name)] }).length === 0);
  const run = line?.run ?? [...plain ? [scriptLine(how.manager, plain)] : [], programLine(how.manager, `electron-builder ${FLAGS[system]} ${NEVER}`)];
  const commands = builderCommands(sight, { run });
  const configuration = configurationFor(sight, commands, how.configuration);
  const { artifacts, isKnown } = artifactsOf(commands, system, { ...how, configuration });
  return {
    ...line?.script ? { script: line.script } : { run },
    artifacts,
    options: signed(configuration, system),
    notes: isKnown || how.configuration === undefined ? [] : ['what electron-builder makes here is not known: compare the artifacts with a build'],
  };
}

/** A script that builds for this system alone, and publishes nothing. */
function lineOf(sight: Sight, name: string, system: System, manager: ManagerName): { readonly script?: string; readonly run: readonly string[] }[] {
  const plain = scriptLine(manager, name);
  const silent = scriptLine(manager, name, NEVER);
  const commands = builderCommands(sight, { run: [plain] });
  const isToldNever = (all: readonly PossibleCommand[]) => all.every(({ words }) => /(?:^| )(?:--publish|-p)(?: |=)never(?: |$)/.test(words.join(' ')));
  if (commands.length === 0 || !isFor(system, commands)) {
    return [];
  }
  if (isToldNever(commands)) {
    return [{ script: name, run: [plain] }];
  }
  if (commands.some(({ words }) => words.some((word) => TOLD.test(word)))) {
    return withoutPublishing(sight, plain, commands).map((words) => ({ run: [programLine(manager, `electron-builder ${words || FLAGS[system]} ${NEVER}`)] }));
  }
  return isToldNever(builderCommands(sight, { run: [silent] })) ? [{ run: [silent] }] : [];
}

/** What a line that publishes tells electron-builder besides, where it does nothing else. */
function withoutPublishing(sight: Sight, line: string, commands: readonly PossibleCommand[]): string[] {
  const told = commands.flatMap(({ words }) => words).join(' ').replace(/(?:^| )(?:--publish|-p)(?:=| )\S+/, '').trim();
  return possibleCommands(sight, { run: [line] }).length === 1 && /^[\w./=: -]*$/.test(told) ? [told] : [];
}

/** The one that commands name, else the usual one; undefined where only a build knows it. */
function configurationFor(sight: Sight, commands: readonly PossibleCommand[], usual: Fields | undefined): Fields | undefined {
  const own = commands.filter(bringsOwnConfiguration);
  const [file, ...more] = distinct(own.map(({ words }) => valuesOf(words, '--config', '-c')[0]));
  const isRead = file !== undefined && !more.length && /^\w[\w./-]*$/.test(file) && sight.has(file);
  const content = isRead ? sight.content(file) : undefined;
  return own.length ? content && withOutput(content) : usual;
}

function isFor(system: OperatingSystem, commands: readonly PossibleCommand[]): boolean {
  const targets = targetsOf({ configuration: {}, commands, platform: { system } });
  return targets.length > 0 && targets.every((target) => target.system === system);
}

interface Made {
  readonly artifacts: readonly string[];
  /** Whether the configuration says so. */
  readonly isKnown: boolean;
}

function artifactsOf(commands: readonly PossibleCommand[], system: System, { configuration, isUpdated }: How): Made {
  const used = { configuration, commands, platform: { system } };
  const targets = targetsOf(used).filter(({ target, declared }) => declared || target !== 'snap' && (target !== 'zip' || isUpdated));
  const files = distinct(targets.flatMap((target) => builtFile(target, used)?.paths ?? []));
  const output = text(fields(configuration?.directories).output).replace(/^\.\//, '') || 'dist';
  return files.length ? { artifacts: files, isKnown: true } : { artifacts: [`${output}/*.${ENDINGS[system]}`], isKnown: false };
}

/** Where the configuration asks for notarization, it is meant to be signed. */
function signed(configuration: Fields | undefined, system: System): Build['options'] {
  const { notarize } = fields(configuration?.mac);
  return system === 'macos' && (notarize === true || isFields(notarize))
    ? { signing: list([call('Signing.electronBuilderMac', object({ without: 'The app is not signed, and Gatekeeper refuses to open it.' }))]) }
    : {};
}

function updaterOf(sight: Sight, systems: readonly System[]): FoundUpdater {
  const files = new Map(CONFIGURATION.filter((file) => sight.has(file)).map((file) => [file, sight.content(file)]));
  return {
    code: call('Updater.electronBuilder'),
    complaint: (system, artifacts) => {
      const directories = distinct(artifacts.map((file) => path.dirname(file)));
      return directories.length > 1 || directories[0].includes('*')
        ? `what electron-builder writes for them lies in a directory that is not known here, beside ${artifacts[0]}`
        : missingFile(updater.needed(system), [...artifacts, path.join(directories[0], '*.yml')]);
    },
    misled: misledElectronApps(files, { systems, commands: [], checkout: sight.directory === '' ? '' : undefined }, { repositories: [''], own: undefined }),
  };
}
