import { placedLegs } from './places';
import { repeated, type DeclarationRule } from './rule';
import { publishes, setName } from '../model/publish';

export const artifactNameTaken: DeclarationRule = {
  id: 'artifact-name-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two platforms upload an artifact of one name; the second upload of a run would replace the first. '
    + 'Or a platform has the name of the artifact that holds the files of the release.',
  cure: 'Give one of them another `artifactName`, or leave it out.',
  check: (model) => [
    ...placedLegs(model).filter(({ platform }) => publishes(model) && platform.artifactName === setName(model)).map(({ where, platform }) => ({
      where,
      what: `its artifact '${platform.artifactName}' has the name of the one that holds the files of the release`,
      fix: 'Give it an artifactName of its own.',
    })),
    ...repeated(placedLegs(model), ({ platform }) => platform.artifactName).map(({ value: { where, platform }, first }) => ({
      where,
      what: `its artifact '${platform.artifactName}' has the name of ${first.platform.name}'s; names must differ`,
      fix: 'Give it an artifactName of its own, or leave it out: the default names the platform.',
    })),
  ],
};
