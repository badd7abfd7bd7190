import type { Seen } from './app-check';
import { certainCommands } from './certain-commands';
import { electronPlatforms } from './electron-builder';
import { forgePlatforms } from './electron-forge';
import { npmPackages } from './npm-lock';
import { declaredTools, dependenciesOf, installsHere, LOCK_FILES, lockedVersions, packageJsonOf, upwards } from './package-files';
import { LIFECYCLE } from './script-files';
import type { PlatformModel } from '../model/model';
import { type Fields, fields } from '../outside/data';
import { rangesMeet } from '../outside/version-ranges';
import { andList, distinct } from '../text/words';

/** Something that is compiled on a leg. */
export interface NativeBuild {
  /** What is compiled by which node-gyp, the beginning of a sentence. */
  readonly what: string;
  /** Versions of node-gyp that may be the one; none where only what follows from the sentence is known. */
  readonly versions: readonly string[];
  /** What must be updated for a node-gyp of 10 or later. */
  readonly update: string;
}

/** Modules that are compiled where they are installed, and which versions of them; built for Electron, all versions are. */
const COMPILED: Readonly<Record<string, string>> = {
  'iconv': '*',
  'native-is-elevated': '*',
  'native-keymap': '*',
  'native-watchdog': '*',
  'node-pty': '<1.1.0',
};

/**
 * What builds them for Electron, by the node-gyp of the lock file; since 3.7 by a copy that needs no distutils.
 *
 * @see https://github.com/electron/rebuild/pull/1157
 */
const REBUILDERS = ['@electron/rebuild', 'electron-rebuild'];

/** Since this one electron-builder uses it, too. */
const BUILDER_THAT_REBUILDS = '>=25';

/** The node-gyp that Electron's tools bring; those of late have a copy of their own. */
const NODE_GYPS = ['node-gyp', '@electron/node-gyp'];

/** What fetches a module that is compiled already. */
const FETCHERS = /^(?:prebuild|pkg-prebuilds$|(?:@[\w-]+\/)?node-pre-gyp$|node-gyp-build|install-artifact-from-github$)/;

/** Modules that fetch themselves by other means. */
const FETCH_THEMSELVES = ['node-sass'];

/** Those before come with npm 10, whose node-gyp is 11 at most. */
const FIRST_NODE_WITH_NPM_11 = '>=24';

/** Whether it is worth to look into lock files. */
export function mayCompile(seen: Seen): boolean {
  return compiledOf(seen).length > 0 || Object.values(scriptsOf(seen)).some((line) => String(line).includes('node-gyp'))
    || packageJsonOf(seen).dependencies !== undefined && installsBy(seen, 'npm');
}

/** All that is known to be compiled on each platform. */
export function nativeBuilds(seen: Seen, platforms: readonly PlatformModel[]): Map<PlatformModel, NativeBuild[]> {
  const everywhere = brought(seen);
  const on = (platform: PlatformModel) => [...rebuilt(seen, platform), ...called(seen, platform), ...everywhere, ...installed(seen, platform)];
  return new Map(platforms.map((platform) => [platform, on(platform)]));
}

function compiledOf(seen: Seen): string[] {
  const named = dependenciesOf(packageJsonOf(seen));
  return Object.keys(COMPILED).filter((name) => named.includes(name));
}

function scriptsOf(seen: Seen): Fields {
  return fields(packageJsonOf(seen).scripts);
}

function installsBy({ job }: Seen, manager: string): boolean {
  return installsHere(job).some((line) => line.startsWith(`${manager} `) && !line.includes('--ignore-scripts'));
}

/** What Electron's tools compile. */
function rebuilt(seen: Seen, platform: PlatformModel): NativeBuild[] {
  const modules = compiledOf(seen);
  return modules.length && rebuilds(seen, platform)
    ? builtBy(seen, `${andList(modules)} is built by`, NODE_GYPS, 'update what brings @electron/rebuild until it is 3.7 or later')
    : [];
}

function rebuilds(seen: Seen, platform: PlatformModel): boolean {
  const [configuration] = electronPlatforms(seen).filter((built) => built.platform === platform).map((built) => built.configuration);
  const byBuilder = configuration !== undefined && configuration.npmRebuild !== false
    && versionsOf(seen, 'app-builder-lib').some((version) => rangesMeet(version, BUILDER_THAT_REBUILDS));
  const byForge = forgePlatforms(seen).some((made) => made.platform === platform);
  const isCalled = certainCommands(platform.run, scriptsOf(seen)).some(({ words: [program] }) => program === 'electron-rebuild');
  return (byBuilder || byForge || isCalled) && REBUILDERS.some((name) => versionsOf(seen, name).length);
}

/** What package scripts compile by the node-gyp of the lock file. */
function called(seen: Seen, { run }: PlatformModel): NativeBuild[] {
  const commands = certainCommands([...installsBy(seen, 'npm') ? LIFECYCLE.map((name) => `npm run ${name}`) : [], ...run], scriptsOf(seen));
  const [script] = commands.filter(({ words: [program, command], script: name }) => name && program === 'node-gyp' && ['build', 'configure', 'rebuild'].includes(command)).map((command) => command.script);
  return script === undefined ? [] : builtBy(seen, `script '${script}' compiles by`, ['node-gyp'], 'update node-gyp to 10 or later');
}

/** What an install compiles by a node-gyp that it depends on itself. */
function brought(seen: Seen): NativeBuild[] {
  const lock = installsBy(seen, 'npm') ? seen.files.get(LOCK_FILES.find((name) => seen.files.has(name)) ?? '') : undefined;
  const names = Object.entries(lock?.includes('"node-gyp": "') ? npmPackages(lock) ?? {} : {}).flatMap(([place, entry]) => {
    const { hasInstallScript, optional, dependencies } = fields(entry);
    const needed = Object.keys(fields(dependencies));
    // the app itself and the members of its workspace run scripts of their own
    const name = place.split('node_modules/').slice(1).at(-1) ?? '';
    return name && hasInstallScript === true && optional !== true && needed.includes('node-gyp') && !needed.some((one) => FETCHERS.test(one)) && !FETCH_THEMSELVES.includes(name) ? [name] : [];
  });
  return names.length ? builtBy(seen, `${andList(distinct(names))} is compiled where npm installs it, by`, ['node-gyp'], `update ${andList(distinct(names))} to a version with node-gyp 10 or later`) : [];
}

/** What npm compiles where it installs, by the node-gyp that it brings. */
function installed(seen: Seen, platform: PlatformModel): NativeBuild[] {
  const node = declaredTools(seen.job, platform).find(({ kind }) => kind === 'node')?.version ?? '';
  if (!installsBy(seen, 'npm') || rangesMeet(node, FIRST_NODE_WITH_NPM_11) !== false) {
    return [];
  }
  const compiled = compiledOf(seen).filter((name) => versionsOf(seen, name).some((version) => rangesMeet(version, COMPILED[name])));
  return compiled.length ? [{ what: `${andList(compiled)} is compiled where npm installs it, and the node-gyp of Node.js ${node} is version 11 at most`, versions: [], update: '' }] : [];
}

/** None where no lock file has one of these. */
function builtBy(seen: Seen, what: string, names: readonly string[], update: string): NativeBuild[] {
  const locked = lockFilesOf(seen).flatMap((file) => names.flatMap((name) => versionsIn(seen, file, name)).map((version) => ({ file, version })));
  const [versions, files] = [locked.map(({ version }) => version), locked.map(({ file }) => file)].map(distinct);
  return versions.length ? [{ what: `${what} node-gyp ${andList(versions)} of ${andList(files)}`, versions, update }] : [];
}

function lockFilesOf({ model, job }: Seen): string[] {
  return upwards(model, job, ...LOCK_FILES);
}

function versionsOf(seen: Seen, name: string): string[] {
  return distinct(lockFilesOf(seen).flatMap((file) => versionsIn(seen, file, name)));
}

function versionsIn({ files }: Seen, file: string, name: string): string[] {
  return lockedVersions(files.get(file) ?? '', name).map((version) => version.replace(/-electron.*$/, ''));
}
