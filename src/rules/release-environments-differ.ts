import { targetPlace } from './places';
import type { DeclarationRule } from './rule';
import { releasesOf } from '../model/publish';

export const releaseEnvironmentsDiffer: DeclarationRule = {
  id: 'release-environments-differ',
  level: 'error',
  about: 'declaration',
  cause: 'One job makes all GitHub releases of a build public, when all drafts are complete, and a job has one environment.',
  cure: 'Name the same environment for each, or for none. It may hold the secrets of all of them.',
  check: (model) => {
    const [first, ...others] = releasesOf(model);
    return others.filter(({ environment }) => environment !== first.environment).map((target) => ({
      where: targetPlace(target, 'environment'),
      what: `is ${named(target.environment)}, and that of ${first.declaredAt} is ${named(first.environment)}; one job publishes both`,
      fix: 'Name the same for both.',
    }));
  },
};

function named(environment: string): string {
  return environment ? `'${environment}'` : 'none';
}
