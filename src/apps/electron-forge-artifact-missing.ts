import type { AppCheck, AppFinding } from './app-check';
import { uncollected } from './built-files';
import { ELECTRON_FORGE_FILES, type ForgePlatform, forgePlatforms } from './electron-forge';
import { madeBy } from './electron-forge-makers';
import { isFields } from '../outside/data';

/** @see https://www.electronforge.io/config/makers */
export const electronForgeArtifactMissing: AppCheck = {
  id: 'electron-forge-artifact-missing',
  cause: 'A maker of Electron Forge makes files that no artifact pattern of the platform matches: they are lost when the run ends. Where nothing at all is matched, the leg fails.',
  cure: 'Add a pattern for it, for instance `out/make/**/*.deb`, or take the maker out. A zip on macOS is what updates are made of, and is not missed.',
  files: () => ELECTRON_FORGE_FILES,
  check: (seen) => forgePlatforms(seen).filter(({ isLast }) => isLast).flatMap(missing),
};

function missing({ platform, words, configuration }: ForgePlatform): AppFinding[] {
  // anything else names another directory, other targets, or what only a shell knows
  if (!configuration || words.some((word) => !/^(?:-a|--arch(?:=\w+)?|arm64|armv7l|ia32|universal|x64|--skip-package)$/.test(word))) {
    return [];
  }
  const makers = [configuration.makers].flat().filter(isFields);
  return uncollected('Electron Forge', makers.flatMap((maker) => madeBy(maker, platform.system, configuration) ?? []), platform);
}
