import type { AppCheck } from './app-check';
import { ELECTRON_FORGE_FILES, forgePlatforms } from './electron-forge';
import { fields, text } from '../outside/data';
import { andList } from '../text/words';

/** @see https://www.electronforge.io/cli#publish */
export const electronForgePublishes: AppCheck = {
  id: 'electron-forge-publishes',
  cause: 'A platform builds by `electron-forge publish`, which sends its files to the publishers of the configuration before all platforms are built, and before anything is checked.',
  cure: 'Build by `electron-forge make`, and let the build publish; with `--dry-run`, nothing is sent.',
  files: () => ELECTRON_FORGE_FILES,
  check: (seen) => forgePlatforms(seen).flatMap(({ platform, command, words, configuration }) => {
    const publishers = [configuration?.publishers ?? []].flat().map((one) => text(fields(one).name) || 'one of its own');
    const nobody = configuration !== undefined && publishers.length === 0;
    return command === 'make' || nobody || words.includes('--dry-run') ? [] : [{
      at: platform,
      what: `'electron-forge publish' publishes by itself${publishers.length ? ` by ${andList(publishers)}` : ''}, before all platforms are built`,
      fix: 'Build by electron-forge make: what is built here is published when all platforms are done.',
    }];
  }),
};
