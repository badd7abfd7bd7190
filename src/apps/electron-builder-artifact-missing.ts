import type { AppCheck } from './app-check';
import { uncollected } from './built-files';
import { ELECTRON_BUILDER_FILES, electronPlatforms, staysThere } from './electron-builder';
import { builtFile, targetsOf } from './electron-builder-targets';

/** @see https://www.electron.build/configuration */
export const electronBuilderArtifactMissing: AppCheck = {
  id: 'electron-builder-artifact-missing',
  cause: 'A target of electron-builder has files that no artifact pattern of the platform matches: they are lost when the run ends. Where nothing at all is matched, the leg fails.',
  cure: 'Add a pattern for it, or take the target out. Names and directories are those of `artifactName` and `directories.output`; what a macro stands for is not known and matches everything. A zip beside a dmg on macOS is what updates are made of, and is not missed.',
  files: () => ELECTRON_BUILDER_FILES,
  check: (seen) => electronPlatforms(seen).filter(staysThere).flatMap((built) => {
    const files = targetsOf(built).flatMap((target) => builtFile(target, built) ?? []);
    return uncollected('electron-builder', files, built.platform);
  }),
};
