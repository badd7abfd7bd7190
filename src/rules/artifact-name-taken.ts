import { platformAt, repeated, type DeclarationRule } from './rule';

export const artifactNameTaken: DeclarationRule = {
  id: 'artifact-name-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two platforms upload an artifact of one name; the second upload of a run would replace the first.',
  cure: 'Give one of them another `artifactName`, or leave it out.',
  check: ({ platforms }) => repeated(platforms, ({ artifactName }) => artifactName).map(({ value, index, first }) => ({
    where: platformAt(index, value),
    what: `its artifact '${value.artifactName}' has the name of ${first.name}'s; names must differ`,
    fix: 'Give it an artifactName of its own, or leave it out: the default names the platform.',
  })),
};
