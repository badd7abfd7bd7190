import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { mayEndIn } from '../github/artifact-patterns';
import { updatersOf } from '../model/publish';
import { orList } from '../text/words';
import { updates } from '../updaters/updater-kind';
import { kindOfUpdater } from '../updaters/updater-kinds';

export const updaterFileMissing: DeclarationRule = {
  id: 'updater-file-missing',
  level: 'error',
  about: 'declaration',
  cause: 'The artifacts of a platform cannot hold what its installed apps read or download: the zip that updates on macOS are made of, a bundle that Tauri signs, '
    + 'or the metadata of electron-builder, because the patterns have no directory in common.',
  cure: 'Let the build make the file and declare it among the artifacts; name the directory of electron-builder in `output` of the updater.',
  check: (model) => updatersOf(model).flatMap(({ updater }) => placedLegs(model)
    .filter((leg) => updates(updater, leg))
    .flatMap(({ platform: { system, artifacts }, where }) => kindOfUpdater(updater).needed(system)
      .filter(({ endings }) => !artifacts.some((pattern) => endings.some((ending) => mayEndIn(pattern, ending))))
      .map(({ endings, why, hint }) => ({ where, what: `no artifact pattern can match a file that ends in ${orList(endings.map((ending) => `'${ending}'`))}, which ${why}`, fix: hint })))),
};
