import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { updatersOf } from '../model/publish';
import { andList } from '../text/words';
import { kindOfUpdater } from '../updaters/kind-of-updater';
import { updates } from '../updaters/updater-kind';

export const updaterPlatformMayFail: DeclarationRule = {
  id: 'updater-platform-may-fail',
  level: 'error',
  about: 'declaration',
  cause: 'Apps of several platforms read one file and choose theirs by its name, as all of macOS do, and all of Windows. A platform that is missing there does not keep its apps from updating: they take the file of another one, which may not run.',
  cure: 'Leave `allowedToFail` out of platforms that share their metadata, or let one platform build for all of them.',
  check: (model) => updatersOf(model).flatMap(({ updater }) => kindOfUpdater(updater).choosing.flatMap((system) => {
    const sharing = placedLegs(model).filter((leg) => leg.platform.system === system && updates(updater, leg));
    return sharing.length < 2 ? [] : sharing.filter(({ platform }) => platform.allowedToFail).map(({ platform, where }) => ({
      where,
      what: `may fail, and its apps would then be given the files of ${andList(sharing.filter((other) => other.platform !== platform).map((other) => `'${other.platform.name}'`))}, since one file of metadata is for all`,
      fix: 'Leave allowedToFail out, or build both in one platform.',
    }));
  })),
};
