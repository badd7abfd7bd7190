import type { AppCheck, AppFinding, Seen } from './app-check';
import { certainCommands } from './certain-commands';
import { electronPlatforms } from './electron-builder';
import { declaredTools, dependenciesOf, installsHere, isPlain, LOCK_FILES, lockedVersions, ownWords, PACKAGE_JSON, packageJsonOf, textsOf, upwards } from './package-files';
import type { PlatformModel } from '../model/model';
import { fields } from '../outside/data';
import { rangesMeet } from '../outside/version-ranges';
import { andList, distinct } from '../text/words';

/** Modules that are compiled where they are installed, and which versions of them; built for Electron, all versions are. */
const COMPILED: Readonly<Record<string, string>> = {
  'iconv': '*',
  'native-is-elevated': '*',
  'native-keymap': '*',
  'native-watchdog': '*',
  'node-pty': '<1.1.0',
};

/** What builds them for Electron, by the node-gyp of the lock file. */
const REBUILDERS = ['@electron/rebuild', 'electron-rebuild'];

/** Since this one electron-builder uses it, too. */
const BUILDER_THAT_REBUILDS = '>=25';

/** The node-gyp that Electron's tools bring; those of late have a copy of their own. */
const NODE_GYPS = ['node-gyp', '@electron/node-gyp'];

/**
 * Images with no other Visual Studio than 2026.
 *
 * @see https://github.com/actions/runner-images/issues/14701
 */
const WITH_VISUAL_STUDIO_2026 = ['windows-latest', 'windows-2025', 'windows-2025-vs2026', 'windows-11-vs2026-arm'];

/** Images whose own Python has no distutils. */
const WITH_PYTHON_3_12 = /^(?:ubuntu-(?:latest|24\.04|26\.04)|macos-(?:latest|15|26)|windows-(?:latest|2025))(?:-.*)?$/;

/** @see https://github.com/nodejs/node-gyp/blob/main/CHANGELOG.md */
const KNOWS_VISUAL_STUDIO_2026 = '>=12.1.0';
const NEEDS_NO_DISTUTILS = '>=10.0.0';

/** Those before come with npm 10, whose node-gyp is 11 at most. */
const FIRST_NODE_WITH_NPM_11 = '>=24';

/** What steps do for it, in a way that cannot be told. */
const SEEN_TO = /setuptools|distutils|msvs|vs_buildtools|visual.?studio|node-gyp|vcvars|npm@/i;

export const nativeModuleUnbuildable: AppCheck = {
  id: 'native-module-unbuildable',
  cause: 'A dependency is compiled by node-gyp, and the node-gyp that does it cannot use what the runner has: before version 10 it needs the distutils of Python 3.11 or older, before 12.1 a Visual Studio no newer than 2022.',
  cure: "Declare what it needs, Setup.python('3.11') or runsOn: ['windows-2022'], or update what brings node-gyp. Only modules that are known to be compiled are looked at.",
  files: () => [PACKAGE_JSON],
  more: (seen) => modulesOf(seen).length ? upwards(seen.model, seen.job, ...LOCK_FILES) : [],
  check: (seen) => {
    const modules = modulesOf(seen);
    if (!modules.length || SEEN_TO.test(ownWords(seen.job))) {
      return [];
    }
    return seen.job.platforms.filter(isPlain).flatMap((platform) =>
      [...rebuilt(seen, platform, modules), ...installed(seen, platform, modules)].slice(0, 1));
  },
};

function modulesOf(seen: Seen): string[] {
  const named = dependenciesOf(packageJsonOf(seen));
  return Object.keys(COMPILED).filter((name) => named.includes(name));
}

/** What Electron's tools compile. */
function rebuilt(seen: Seen, platform: PlatformModel, modules: readonly string[]): AppFinding[] {
  const versions = rebuilds(seen, platform) ? NODE_GYPS.flatMap((name) => locked(seen, name)) : [];
  if (!versions.length) {
    return [];
  }
  const what = `${andList(modules)} is built by node-gyp ${andList(versions)}`;
  return [...withoutVisualStudio(platform, versions, what), ...withoutDistutils(seen, platform, versions, what)];
}

function rebuilds(seen: Seen, platform: PlatformModel): boolean {
  const [configuration] = electronPlatforms(seen).filter((built) => built.platform === platform).map((built) => built.configuration);
  const byBuilder = configuration !== undefined && configuration.npmRebuild !== false
    && locked(seen, 'app-builder-lib').some((version) => rangesMeet(version, BUILDER_THAT_REBUILDS));
  const isCalled = certainCommands(platform.run, fields(packageJsonOf(seen).scripts)).some(({ words: [program] }) => program === 'electron-rebuild');
  return (byBuilder || isCalled) && REBUILDERS.some((name) => locked(seen, name).length);
}

/** What npm compiles where it installs, by the node-gyp that it brings. */
function installed(seen: Seen, platform: PlatformModel, modules: readonly string[]): AppFinding[] {
  const node = declaredTools(seen.job, platform).find(({ kind }) => kind === 'node')?.version ?? '';
  const byNpm = installsHere(seen.job).some((line) => line.startsWith('npm '));
  if (newImage(platform) === undefined || !byNpm || rangesMeet(node, FIRST_NODE_WITH_NPM_11) !== false) {
    return [];
  }
  const compiled = modules.filter((name) => locked(seen, name).some((version) => rangesMeet(version, COMPILED[name])));
  const what = `${andList(compiled)} is compiled where npm installs it, and the node-gyp of Node.js ${node} is version 11 at most`;
  return compiled.length ? withoutVisualStudio(platform, [], what) : [];
}

function locked(seen: Seen, name: string): string[] {
  return distinct(textsOf(seen, upwards(seen.model, seen.job, ...LOCK_FILES)).flatMap((lock) => lockedVersions(lock, name))).map((version) => version.replace(/-electron.*$/, ''));
}

/** The label of an image with no other Visual Studio than 2026. */
function newImage({ runsOn }: PlatformModel): string | undefined {
  return runsOn.find((label) => WITH_VISUAL_STUDIO_2026.includes(label));
}

/** @param versions those of node-gyp that may be the one */
function withoutVisualStudio(platform: PlatformModel, versions: readonly string[], what: string): AppFinding[] {
  const image = newImage(platform);
  return image === undefined || versions.some((version) => rangesMeet(version, KNOWS_VISUAL_STUDIO_2026) !== false) ? [] : [{
    at: platform,
    what: `${what}, which does not know Visual Studio 2026, the only one on ${image}`,
    fix: "Build on runsOn: ['windows-2022'], or update what brings node-gyp to 12.1 or later.",
  }];
}

function withoutDistutils({ job }: Seen, platform: PlatformModel, versions: readonly string[], what: string): AppFinding[] {
  const python = declaredTools(job, platform).find(({ kind }) => kind === 'python');
  const isTooNew = python ? rangesMeet(python.version, '<3.12') === false : platform.runsOn.some((label) => WITH_PYTHON_3_12.test(label));
  return !isTooNew || versions.some((version) => rangesMeet(version, NEEDS_NO_DISTUTILS) !== false) ? [] : [{
    at: platform,
    what: `${what}, which needs Python 3.11 or older, and ${python ? `Setup.python('${python.version}') is declared` : 'none is declared'}`,
    fix: "Declare Setup.python('3.11').",
  }];
}
