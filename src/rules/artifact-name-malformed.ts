import { placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { ARTIFACT_NAME_FORBIDDEN } from '../github/limits';

export const artifactNameMalformed: DeclarationRule = {
  id: 'artifact-name-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'An artifact has a name with characters that GitHub refuses.',
  cure: 'Leave out `" : < > | * ? \\ /` and line breaks.',
  check: (model) => placedLegs(model).flatMap(({ platform, where }) =>
    platform.artifactName && !ARTIFACT_NAME_FORBIDDEN.test(platform.artifactName) ? [] : [{
      where,
      what: `the artifact name '${platform.artifactName}' is empty or has a character that GitHub refuses: " : < > | * ? \\ / or a line break`,
      fix: 'Choose another artifactName, or leave it out.',
    }]),
};
