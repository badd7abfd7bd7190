import type { AppCheck } from './app-check';
import { ELECTRON_BUILDER_FILES, electronPlatforms } from './electron-builder';
import { targetsOf } from './electron-builder-targets';
import { updatersOf } from '../model/publish';
import { andList } from '../text/words';
import { updates } from '../updaters/updater-kind';

/** @see https://www.electron.build/auto-update */
export const electronBuilderZipMissing: AppCheck = {
  id: 'electron-builder-zip-missing',
  cause: 'An app on macOS updates itself by a zip, and the targets that are declared make none. It is there by default only.',
  cure: 'Add `zip` to the targets beside `dmg`, or take the platform out of the `platforms` of the updater.',
  files: (model) => updatersOf(model).some(({ updater }) => updater.kind === 'electron-builder') ? ELECTRON_BUILDER_FILES : [],
  check: (seen) => electronPlatforms(seen).flatMap((built) => {
    const updated = updatersOf(seen.model).some(({ updater }) => updater.kind === 'electron-builder' && updates(updater, { job: seen.job, platform: built.platform }));
    const targets = targetsOf(built).filter(({ system }) => system === 'macos').map(({ target }) => target);
    return !updated || built.platform.system !== 'macos' || targets.length === 0 || targets.includes('zip') ? [] : [{
      at: built.platform,
      what: `electron-builder makes ${andList(targets.map((target) => `'${target}'`))}, and no 'zip', which updates on macOS are made of`,
      fix: 'Add zip to the targets, for instance "mac": { "target": ["dmg", "zip"] }.',
    }];
  }),
};
