import type { AppCheck, AppFinding, Seen } from './app-check';
import { collecting } from './built-files';
import { TAURI_FILES, type TauriPlatform, tauriPlatforms } from './tauri';
import { createsUpdates } from './tauri-updates';
import { updatersOf } from '../model/publish';
import { updates } from '../updaters/updater-kind';

/** What Tauri makes for updates alone, and what it makes of those for apps of version 1 alone. */
const OF_UPDATES = /\.(?:app\.tar\.gz|AppImage\.tar\.gz|msi\.zip|nsis\.zip|(?:AppImage|deb|exe|gz|msi|rpm|zip)\.sig)$/i;
const OF_V1 = /\.(?:AppImage\.tar\.gz|msi\.zip|nsis\.zip)(?:\.sig)?$/i;

/** @see https://v2.tauri.app/plugin/updater/#building */
export const tauriUpdaterUnwritten: AppCheck = {
  id: 'tauri-updater-unwritten',
  cause: 'An artifact pattern names a file of updates that Tauri does not make as it is configured, and a leg fails where a pattern matches nothing. Without `bundle.createUpdaterArtifacts` there are none; '
    + 'those packed as `.AppImage.tar.gz`, `.msi.zip` and `.nsis.zip` are there for `"v1Compatible"` only.',
  cure: 'Switch `createUpdaterArtifacts` on, or leave the pattern out. With `true`, a signature lies beside the installer itself.',
  files: () => TAURI_FILES,
  check: (seen) => tauriPlatforms(seen).filter(({ isLast }) => isLast).flatMap((built) => unwritten(built, seen)),
};

function unwritten(built: TauriPlatform, { model, job }: Seen): AppFinding[] {
  const { platform, file } = built;
  const made = createsUpdates(built);
  // of these another rule says that it is off, and collects their signatures
  const isUpdated = updatersOf(model).some(({ updater }) => updater.kind === 'tauri' && updates(updater, { job, platform }));
  const asked = collecting(platform).find(({ written }) => made ? made === true && OF_V1.test(written) : !isUpdated && OF_UPDATES.test(written));
  return asked === undefined ? [] : [{
    at: platform,
    what: `artifacts ask for '${asked.written}', and bundle.createUpdaterArtifacts in ${file} is ${made ? 'true, which makes no such file' : 'not on, so that Tauri makes none'}`,
    fix: made ? "Name the installer itself, with '.sig' behind it; or write \"v1Compatible\" there." : 'Write "bundle": { "createUpdaterArtifacts": true }, or leave the pattern out.',
  }];
}
