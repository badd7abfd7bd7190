import { targetPlace } from './places';
import { type DeclarationRule, type Finding, repeated } from './rule';
import type { PublishTargetModel } from '../model/model';
import { npmTargetsOf, releasesOf } from '../model/publish';

export const publishTargetTaken: DeclarationRule = {
  id: 'publish-target-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two targets are one and the same release, or one and the same version on npm: a tag has one release in a repository.',
  cure: 'Declare it once. The repository of the workflow is the one that is not named.',
  check: (model) => [
    ...twice(releasesOf(model), ({ repository }) => repository, (repository) => `the release in ${repository || 'this repository'}`),
    ...twice(npmTargetsOf(model), (npm) => npm.package, (name) => `the package ${name}`),
  ],
};

function twice<T extends PublishTargetModel>(targets: readonly T[], key: (target: T) => string, what: (key: string) => string): Finding[] {
  return repeated(targets, key).map(({ value, first }) => ({
    where: targetPlace(value),
    what: `${what(key(value))} is that of ${first.declaredAt} already`,
    fix: 'Declare it once.',
  }));
}
