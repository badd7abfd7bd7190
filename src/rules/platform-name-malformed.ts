import { placedLegs } from './places';
import type { DeclarationRule } from './rule';

/** Stands in expressions, artifact names and ids of steps without being quoted; such an id has fewer than 100 characters. */
const NAME = /^[A-Za-z_][\w.-]{0,79}$/;

export const platformNameMalformed: DeclarationRule = {
  id: 'platform-name-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A platform has a name that cannot stand in ids, expressions and artifact names.',
  cure: 'Use letters, digits, `.`, `_` and `-`, 80 at most, with a letter first.',
  check: (model) => placedLegs(model).flatMap(({ platform: { name }, place }) => NAME.test(name) ? [] : [{
    where: place,
    what: `the name '${name}' has other characters than letters, digits, '.', '_' and '-', more than 80 of them, or does not start with a letter`,
    fix: "Choose a name such as 'linux-x64'.",
  }]),
};
