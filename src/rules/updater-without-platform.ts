import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { updatersOf } from '../model/publish';

export const updaterWithoutPlatform: DeclarationRule = {
  id: 'updater-without-platform',
  level: 'error',
  about: 'declaration',
  cause: 'A release has an updater, and no platform whose app could update itself by it: `platforms` is empty, or no platform is one of Linux, Windows or macOS with artifacts that are published.',
  cure: 'Name the platforms in `platforms` of the updater, or leave `updater` out.',
  check: (model, { declared }) => updatersOf(model).flatMap(({ release, updater }) =>
    // names that are wrong are said already
    !('legs' in updater) || updater.legs.length || declared.texts.some(({ where }) => where.startsWith(`${release.declaredAt}.updater.platforms[`)) ? [] : [{
      where: targetPlace(release, 'updater'),
      what: 'is for no platform: none that is published is known to be on Linux, Windows or macOS',
      fix: 'Name them in platforms, or leave updater out.',
    }]),
};
