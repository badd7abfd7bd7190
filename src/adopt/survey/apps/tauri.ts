import type { Commands } from '../../../apps/possible-commands';
import { bundlesOf, tauriCommands, valuesOf } from '../../../apps/tauri';
import { builtFile, BUNDLES } from '../../../apps/tauri-bundles';
import { type Fields, fields } from '../../../outside/data';
import { distinct } from '../../../text/words';
import { tauri as updater } from '../../../updaters/tauri';
import { CONFIGURATION, configurationFiles, fileFor, mergedWith, misledTauriApps } from '../../../updaters/tauri-configuration';
import { call, type Code, list, object } from '../../code';
import { type App, type AppKind, type Build, plainName } from '../app';
import { managerOf, programLine, scriptLine } from '../manager';
import { PLATFORMS, type System, usualOf } from '../platforms';
import { scriptsFor } from '../scripts';
import type { Sight } from '../sight';
import { rustOf } from '../tools';
import { missingFile } from '../updater-files';

/** @see https://v2.tauri.app/start/prerequisites/#linux */
const PACKAGES = ['libayatana-appindicator3-dev', 'librsvg2-dev', 'libssl-dev', 'libxdo-dev', 'patchelf'];

const SYSTEMS: readonly System[] = ['linux', 'windows', 'macos'];

/** A configuration in the form of version 2, whatever it is. */
interface Tauri {
  readonly file: string;
  readonly isOld: boolean;
  /** Of a system. */
  on(system: System): Fields;
}

/** @see https://v2.tauri.app/distribute/ */
export const tauri: AppKind = {
  id: 'tauri',
  isCertain: true,
  read: (sight) => {
    const file = [CONFIGURATION, `${CONFIGURATION}5`, 'src-tauri/Tauri.toml'].find((name) => sight.has(name));
    return file === undefined ? undefined : read(sight, configurationOf(sight, file));
  },
};

function configurationOf(sight: Sight, file: string): Tauri {
  const base = fields(sight.content(file));
  const isOld = 'tauri' in base;
  return {
    file,
    isOld,
    on: (system) => {
      const own = fileFor(system, file);
      const merged = mergedWith(fields(own && sight.content(own)), base);
      const { bundle, updater: updates } = fields(merged.tauri);
      const plugins = fields(updates).active === true ? { updater: updates } : {};
      return isOld ? { ...merged, ...fields(merged.package), bundle, plugins } : merged;
    },
  };
}

function read(sight: Sight, configuration: Tauri): App {
  const isUpdated = SYSTEMS.some((system) => 'updater' in fields(configuration.on(system).plugins));
  const all = SYSTEMS.filter((system) => namedFor(configuration, system).length);
  const hasCli = '@tauri-apps/cli' in sight.dependencies || 'tauri' in sight.scripts;
  return {
    title: configuration.isOld ? 'Tauri 1' : 'Tauri',
    file: configuration.file,
    name: plainName(configuration.on('linux').productName, sight.manifest.name),
    platforms: all.length === SYSTEMS.length ? [] : usualOf(all),
    build: (platform) => build(sight, PLATFORMS[platform].system, configuration),
    usesNode: sight.has('package.json'),
    setup: [sight.has('src-tauri/rust-toolchain.toml') ? call('Setup.rustFrom', 'src-tauri/rust-toolchain.toml') : rustOf(sight)],
    prepare: hasCli ? {} : { 'Install the command of Tauri': `cargo install tauri-cli --version '^${configuration.isOld ? 1 : 2}' --locked` },
    manifests: [configuration.file, 'src-tauri/Cargo.toml', 'package.json'],
    updater: isUpdated && !configuration.isOld ? {
      code: call('Updater.tauri', ...configuration.file === CONFIGURATION ? [] : [object({ config: configuration.file })]),
      complaint: (system, artifacts) => missingFile(updater.needed(system), artifacts),
      misled: misledTauriApps(filesOf(sight, configuration.file), configuration.file, '', { systems: SYSTEMS, commands: [] }, { repositories: [''], own: undefined }),
    } : undefined,
    notes: configuration.isOld ? [
      { option: 'platforms', text: 'Tauri 1 needs libwebkit2gtk-4.0-dev, which Ubuntu 22.04 is the last to have, and GitHub takes that runner away: move to Tauri 2' },
      ...isUpdated ? [{ option: 'publish', text: 'updates of Tauri 1 are in a form that no updater here puts together: declare them by Updater.files, or move to Tauri 2' }] : [],
    ] : [],
  };
}

function filesOf(sight: Sight, file: string): Map<string, unknown> {
  return new Map([...configurationFiles(file), 'package.json'].filter((name) => sight.has(name)).map((name) => [name, sight.content(name)]));
}

/** The bundles that the configuration asks for on a system; all where it names none. */
function namedFor(configuration: Tauri, system: System): string[] {
  const named = bundlesOf({ words: [], configuration: configuration.on(system) });
  return (named.length ? named : allOf(configuration, system)).filter((bundle) => BUNDLES.get(bundle)?.[0] === system);
}

/** Version 1 knows no rpm. */
function allOf({ isOld }: Tauri, system: System): string[] {
  return [...BUNDLES].filter(([bundle, [of]]) => of === system && !(isOld && bundle === 'rpm')).map(([bundle]) => bundle);
}

function build(sight: Sight, system: System, configuration: Tauri): Build {
  const wanted = bundlesFor(configuration, system);
  const isActive = fields(configuration.on(system).bundle).active === true;
  const { script, run } = commandFor(sight, system, isActive ? '' : `--bundles ${wanted.join(',')}`);
  const words = tauriCommands(sight, { run })[0]?.words ?? [];
  const told = valuesOf(words, '--bundles', '-b');
  const bundles = told.length ? told : wanted;
  const root = Number(sight.has('Cargo.toml') && /^[ \t]*\[workspace\]/m.test(sight.text('Cargo.toml') ?? ''));
  const artifacts = bundles.flatMap((bundle) => builtFile(bundle, { words, platform: { system } })?.paths[root] ?? []);
  const makesUpdates = Boolean(fields(configuration.on(system).bundle).createUpdaterArtifacts);
  return {
    ...script ? { script } : { run },
    artifacts: distinct([...artifacts, ...makesUpdates && system === 'macos' ? artifacts.slice(0, 1).map((path) => path.replace(/bundle\/.*/, 'bundle/macos/*.app.tar.gz')) : []]),
    options: options(system, configuration, makesUpdates),
  };
}

/** A bare app is a directory, which no artifact keeps as it is. */
function bundlesFor(configuration: Tauri, system: System): string[] {
  const named = namedFor(configuration, system).filter((bundle) => bundle !== 'app');
  return named.length ? named : allOf(configuration, system).filter((bundle) => bundle !== 'app');
}

function commandFor(sight: Sight, system: System, words: string): { readonly script?: string; readonly run: readonly string[] } {
  const manager = managerOf(sight)?.name ?? 'npm';
  const isBuild = (commands: Commands) => tauriCommands(sight, commands).some(({ command }) => command === 'build');
  const script = scriptsFor(sight, system).find((name) => name !== 'tauri' && isBuild({ run: [scriptLine(manager, name)] }));
  if (script !== undefined) {
    return words === '' ? { script, run: [scriptLine(manager, script)] } : { run: [scriptLine(manager, script, words)] };
  }
  const told = ['build', words].filter(Boolean).join(' ');
  if (sight.scripts.tauri === 'tauri') {
    return { run: [scriptLine(manager, 'tauri', told)] };
  }
  return { run: ['@tauri-apps/cli' in sight.dependencies ? programLine(manager, `tauri ${told}`) : `cargo tauri ${told}`] };
}

function options(system: System, { isOld }: Tauri, makesUpdates: boolean): Record<string, Code> {
  const webkit = `libwebkit2gtk-4.${isOld ? 0 : 1}-dev`;
  const packages: Record<string, Code> = system === 'linux' ? { setup: list([call('Setup.apt', list([webkit, ...PACKAGES]))]) } : {};
  return {
    // the last one with the library of Tauri 1
    ...system === 'linux' && isOld && { runsOn: list(['ubuntu-22.04']) },
    ...packages,
    ...makesUpdates && { signing: list([call('Signing.tauriUpdater')]) },
  };
}
