import type { AppCheck, AppFinding, Seen } from './app-check';
import { uncollected } from './built-files';
import { TAURI_FILES, type TauriPlatform, tauriPlatforms } from './tauri';
import { madeBundles } from './tauri-made';

/** @see https://v2.tauri.app/reference/config/#bundleconfig */
export const tauriArtifactMissing: AppCheck = {
  id: 'tauri-artifact-missing',
  cause: 'Tauri makes a bundle that no artifact pattern of the platform matches: it is lost when the run ends. Where nothing at all is matched, the leg fails. With `--target`, the triple is a part of the path.',
  cure: 'Add a pattern for it, or take it out of `bundle.targets` or `--bundles`. A bare `app` on macOS is not missed: a dmg holds it.',
  files: () => TAURI_FILES,
  check: (seen) => tauriPlatforms(seen).filter(({ isLast }) => isLast).flatMap((built) => missing(built, seen)),
};

function missing(built: TauriPlatform, seen: Seen): AppFinding[] {
  const files = madeBundles(built, seen);
  return uncollected('Tauri', files.map((file) => ({ ...file, wanted: file.wanted && file.target !== 'app' })), built.platform);
}
