import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { updatersOf } from '../model/publish';

export const updaterDeclaredDifferently: DeclarationRule = {
  id: 'updater-declared-differently',
  level: 'error',
  about: 'declaration',
  cause: 'All releases of a build have the same files, and two updaters of one kind would make files of one name: two `latest.json`, for instance.',
  cure: 'Declare the updater once, as a constant, and use it for each release; or make two builds.',
  check: (model) => updatersOf(model).flatMap(({ release, updater }, index, all) => {
    const first = all.find((other) => other.updater.kind === updater.kind)!;
    return first === all[index] || updater.kind === 'files' ? [] : [{
      where: targetPlace(release, 'updater'),
      what: `is declared otherwise than that of ${targetPlace(first.release)}, and both would make the same files`,
      fix: 'Declare it once, as a constant, for both.',
    }];
  }),
};
