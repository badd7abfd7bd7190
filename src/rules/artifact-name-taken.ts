import { placedLegs } from './places';
import { repeated, type DeclarationRule } from './rule';

export const artifactNameTaken: DeclarationRule = {
  id: 'artifact-name-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two platforms upload an artifact of one name; the second upload of a run would replace the first.',
  cure: 'Give one of them another `artifactName`, or leave it out.',
  check: (model) => repeated(placedLegs(model), ({ platform }) => platform.artifactName).map(({ value: { where, platform }, first }) => ({
    where,
    what: `its artifact '${platform.artifactName}' has the name of ${first.platform.name}'s; names must differ`,
    fix: 'Give it an artifactName of its own, or leave it out: the default names the platform.',
  })),
};
