import { placedLegs } from './places';
import type { DeclarationRule } from './rule';

export const platformWithoutBuild: DeclarationRule = {
  id: 'platform-without-build',
  level: 'error',
  about: 'declaration',
  cause: 'A platform has neither a package script nor commands.',
  cure: 'Declare `script`, the name of a package script, or `run`, a list of commands.',
  check: (model) => placedLegs(model).flatMap(({ platform, where }) => platform.run.some((command) => command.trim()) ? [] : [{
    where,
    what: 'has neither script nor run, so nothing would be built',
    fix: "Declare script: 'build' or run: ['make'].",
  }]),
};
