import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { releasesOf } from '../model/publish';
import { kindOfUpdater } from '../updaters/kind-of-updater';

export const updaterNotLatest: DeclarationRule = {
  id: 'updater-not-latest',
  level: 'error',
  about: 'declaration',
  cause: 'Installed apps look for a new version in the latest release, and the release never becomes the latest: no app would ever be updated. Pre-releases never are the latest; electron-updater finds them all the same, Tauri does not.',
  cure: 'Leave `latest` or `prerelease` out, or leave `updater` out of the release that is not for installed apps.',
  check: (model) => releasesOf(model).flatMap((release) => {
    const { updater, latest, prerelease, draftOnly } = release;
    const finds = updater ? kindOfUpdater(updater).finds : 'unknown';
    if (finds === 'unknown' || draftOnly) {
      return [];
    }
    return [
      ...latest === 'never' && prerelease !== 'always' ? [{
        where: targetPlace(release, 'latest'),
        what: 'is never, and installed apps look for a stable version in the latest release alone',
        fix: 'Leave latest out, or leave updater out.',
      }] : [],
      ...finds === 'latest' && prerelease === 'always' ? [{
        where: targetPlace(release, 'prerelease'),
        what: 'is always, and installed apps look in the latest release alone, which no pre-release is',
        fix: 'Leave prerelease out, or leave updater out.',
      }] : [],
    ];
  }),
};
