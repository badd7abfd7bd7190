import { placedLegs } from './places';
import { complain, type DeclarationRule } from './rule';
import { artifactPatternProblem } from '../github/artifact-patterns';

export const artifactPatternMalformed: DeclarationRule = {
  id: 'artifact-pattern-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A pattern of artifacts can match nothing, leaves the working directory, or takes the whole of it.',
  cure: 'Write a path relative to the working directory, with forward slashes.',
  check: (model) => placedLegs(model).flatMap(({ platform, where }) => platform.artifacts.flatMap((pattern) => {
    const complaint = artifactPatternProblem(pattern);
    return complaint ? [complain(where, pattern, complaint)] : [];
  })),
};
