import type { AppCheck, AppFinding, Seen } from './app-check';
import { lostOf } from './built-files';
import { TAURI_FILES, type TauriPlatform, tauriPlatforms } from './tauri';
import { madeBundles } from './tauri-made';
import { createsUpdates, updatesOf } from './tauri-updates';
import { publishes, releasesOf, updatersOf } from '../model/publish';
import { andList } from '../text/words';

/** @see https://v2.tauri.app/plugin/updater/#building */
export const tauriUpdaterUncollected: AppCheck = {
  id: 'tauri-updater-uncollected',
  cause: 'Tauri makes and signs what updates are made of, the build publishes, and of no bundle of a platform both the file and its signature are among the artifacts: nothing could be told to installed apps.',
  cure: 'Declare `updater: Updater.tauri()` for the release, which collects the signatures and makes `latest.json`, and on macOS a pattern for `*.app.tar.gz`; or switch `createUpdaterArtifacts` off where the app does not update itself.',
  files: () => TAURI_FILES,
  check: (seen) => isAsked(seen) ? tauriPlatforms(seen).flatMap((built) => lost(built, seen)) : [],
};

/** Where an updater is declared, it collects what it needs. */
function isAsked({ model, job }: Seen): boolean {
  return publishes(model) && job.artifacts === 'result' && !updatersOf(model).some(({ updater }) => updater.kind === 'tauri');
}

function lost(built: TauriPlatform, seen: Seen): AppFinding[] {
  const made = createsUpdates(built);
  if (made === false || !built.isLast || built.words.includes('--no-sign')) {
    return [];
  }
  const updates = madeBundles(built, seen).flatMap((bundle) => updatesOf(bundle, made))
    .map((update) => ({ ...update, files: lostOf(update.files, built.platform) }));
  const isWhole = updates.some(({ files }) => files.length === 0);
  // one that is whole is enough; else the one is named of which the least is missing
  const [nearest] = updates.filter(({ isCertain }) => isCertain).sort((one, other) => one.files.length - other.files.length);
  const files = isWhole || !nearest ? [] : nearest.files.map(({ paths }) => `'${paths[0]}'`);
  return files.length === 0 ? [] : [{
    at: built.platform,
    what: `Tauri makes ${andList(files)}, of which updates are made, and no artifact pattern matches ${files.length > 1 ? 'them' : 'it'}`,
    fix: `Add ${andList(files)} to artifacts${releasesOf(seen.model).length ? '; updater: Updater.tauri() of the release collects signatures by itself' : ''}.`,
  }];
}
