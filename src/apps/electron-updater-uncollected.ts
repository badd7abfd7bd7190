import type { AppCheck, AppFinding, Seen } from './app-check';
import { lostOf } from './built-files';
import { ELECTRON_BUILDER_FILES, type ElectronPlatform, electronPlatforms, staysThere } from './electron-builder';
import { metadataOf } from './electron-builder-metadata';
import { builtFile, targetsOf } from './electron-builder-targets';
import { signsForMac } from './given-variables';
import { publishes, releasesOf, updatersOf } from '../model/publish';
import { fields } from '../outside/data';
import { andList } from '../text/words';

/** @see https://www.electron.build/auto-update */
export const electronUpdaterUncollected: AppCheck = {
  id: 'electron-updater-uncollected',
  cause: 'The app looks for updates by electron-updater, the build publishes, and what electron-builder writes for installed apps is not among the artifacts of a platform: they would find no new version. '
    + 'On macOS that is the metadata and a zip, and only of an app that is signed.',
  cure: 'Declare `updater: Updater.electronBuilder()` for the release, which collects the metadata by itself, or add patterns for the files. Where apps of the platform are not to update themselves, switch the rule off with that as the reason.',
  files: () => ELECTRON_BUILDER_FILES,
  check: (seen) => isAsked(seen) ? electronPlatforms(seen).filter(staysThere).flatMap((built) => lost(built, seen)) : [],
};

/** Where an updater is declared, it collects what it needs. */
function isAsked({ model, job, content }: Seen): boolean {
  return publishes(model) && job.artifacts === 'result' && 'electron-updater' in fields(fields(content('package.json')).dependencies)
    && !updatersOf(model).some(({ updater }) => updater.kind === 'electron-builder');
}

function lost(built: ElectronPlatform, seen: Seen): AppFinding[] {
  const { platform } = built;
  const { names, directory } = metadataOf(built, seen) ?? { names: [], directory: '' };
  // apps that are not signed cannot update themselves there
  if (names.length === 0 || platform.system === 'macos' && !signsForMac(seen, platform)) {
    return [];
  }
  const zips = targetsOf(built).filter(({ system, target }) => system === 'macos' && target === 'zip').flatMap((target) => builtFile(target, built)?.paths ?? []);
  const files = lostOf([...names.map((name) => `${directory}/${name}`), ...zips].map((file) => ({ paths: [file] })), platform).map(({ paths: [file] }) => `'${file}'`);
  const them = files.length > 1 ? 'them' : 'it';
  return files.length === 0 ? [] : [{
    at: platform,
    what: `electron-builder writes ${andList(files)}, by which installed apps update themselves, and no artifact pattern matches ${them}`,
    fix: `Add ${andList(files)} to artifacts${releasesOf(seen.model).length ? '; updater: Updater.electronBuilder() of the release collects metadata by itself' : ''}.`,
  }];
}
