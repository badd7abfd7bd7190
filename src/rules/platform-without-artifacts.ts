import { placedLegs } from './places';
import type { DeclarationRule } from './rule';

export const platformWithoutArtifacts: DeclarationRule = {
  id: 'platform-without-artifacts',
  level: 'error',
  about: 'declaration',
  cause: 'A platform names no files that its build must produce, so a green run would prove nothing.',
  cure: 'Declare `artifacts`, patterns relative to the working directory.',
  check: (model) => placedLegs(model).flatMap(({ platform, where }) => platform.artifacts.some((pattern) => !pattern.startsWith('!')) ? [] : [{
    where,
    what: 'names no artifacts; at least one pattern is needed',
    fix: "Declare what the build produces, for instance artifacts: ['dist/*'].",
  }]),
};
