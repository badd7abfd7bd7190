import { placedLegs } from './places';
import { repeated, type DeclarationRule } from './rule';
import type { Model } from '../model/model';
import { attests, bundlesName, publishes, setName } from '../model/publish';

export const artifactNameTaken: DeclarationRule = {
  id: 'artifact-name-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two platforms upload an artifact of one name; the second upload of a run would replace the first. '
    + 'Or a platform has the name of the artifact that holds the files of the release, or what attests them.',
  cure: 'Give one of them another `artifactName`, or leave it out.',
  check: (model) => [
    ...placedLegs(model).flatMap(({ where, platform }) => ours(model).filter(({ name }) => name === platform.artifactName).map(({ name, holds }) => ({
      where,
      what: `its artifact '${name}' has the name of the one that holds ${holds}`,
      fix: 'Give it an artifactName of its own.',
    }))),
    ...repeated(placedLegs(model), ({ platform }) => platform.artifactName).map(({ value: { where, platform }, first }) => ({
      where,
      what: `its artifact '${platform.artifactName}' has the name of ${first.platform.name}'s; names must differ`,
      fix: 'Give it an artifactName of its own, or leave it out: the default names the platform.',
    })),
  ],
};

/** What jobs that publish upload. */
function ours(model: Model): { readonly name: string; readonly holds: string }[] {
  return [
    ...publishes(model) ? [{ name: setName(model), holds: 'the files of the release' }] : [],
    ...attests(model) ? [{ name: bundlesName(model), holds: 'what attests the files of the release' }] : [],
  ];
}
