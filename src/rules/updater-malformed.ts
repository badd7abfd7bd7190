import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { updatersOf } from '../model/publish';
import { kindOfUpdater } from '../updaters/kind-of-updater';

export const updaterMalformed: DeclarationRule = {
  id: 'updater-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'No installed app could find or accept a release by what an updater says: a channel that is no word, a target that Tauri does not know or that two platforms build, '
    + 'a public key that is none or cannot be read from the configuration, a name of a file with a directory.',
  cure: 'Correct the option. A public key is what `plugins.updater.pubkey` holds, and never the private one.',
  check: (model) => updatersOf(model).flatMap(({ release, updater }) =>
    kindOfUpdater(updater).problems(updater as never).map(({ option, ...finding }) => ({ where: targetPlace(release, `updater.${option}`), ...finding }))),
};
