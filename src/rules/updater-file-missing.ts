import { mayCollect } from './endings';
import { placedLegs, targetPlace } from './places';
import type { DeclarationRule, Finding } from './rule';
import { mayEndIn } from '../github/artifact-patterns';
import { resultsOf } from '../model/jobs';
import type { Model } from '../model/model';
import { updatersOf } from '../model/publish';
import { orList } from '../text/words';
import { kindOfUpdater } from '../updaters/kind-of-updater';
import { updates } from '../updaters/updater-kind';

export const updaterFileMissing: DeclarationRule = {
  id: 'updater-file-missing',
  level: 'error',
  about: 'declaration',
  cause: 'The artifacts of a platform cannot hold what its installed apps read or download: the zip that updates on macOS are made of, a bundle that Tauri signs, '
    + 'or the metadata of electron-builder, because the patterns have no directory in common. Or no platform at all builds a file that `Updater.files` names.',
  cure: 'Let the build make the file and declare it among the artifacts; name the directory of electron-builder in `output` of the updater.',
  check: (model) => [...ofPlatforms(model), ...ofAll(model)],
};

function ofPlatforms(model: Model): Finding[] {
  return updatersOf(model).flatMap(({ updater }) => placedLegs(model)
    .filter((leg) => updates(updater, leg))
    .flatMap(({ platform: { system, artifacts }, where }) => kindOfUpdater(updater).needed(system)
      .filter(({ endings }) => !artifacts.some((pattern) => endings.some((ending) => mayEndIn(pattern, ending))))
      .map(({ endings, why, hint }) => ({ where, what: `no artifact pattern can match a file that ends in ${orList(endings.map((ending) => `'${ending}'`))}, which ${why}`, fix: hint }))));
}

/** What is read whichever platform built it. */
function ofAll(model: Model): Finding[] {
  const patterns = resultsOf(model).flatMap(({ platform }) => platform.artifacts);
  return updatersOf(model).flatMap(({ updater, release }) => kindOfUpdater(updater).named(updater)
    .filter((name) => !patterns.some((pattern) => mayCollect(pattern, name)))
    .map((name) => ({
      where: targetPlace(release, 'updater'),
      what: `no platform whose artifacts are published builds a file that '${name}' matches`,
      fix: `Let one platform build it and declare it there, for instance artifacts: ['dist/${name}'].`,
    })));
}
