import { placedLegs } from './places';
import type { DeclarationRule } from './rule';

/** Stands in expressions, ids and artifact names without being quoted. */
const NAME = /^[A-Za-z_][\w.-]*$/;

export const platformNameMalformed: DeclarationRule = {
  id: 'platform-name-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A platform has a name that cannot stand in ids, expressions and artifact names.',
  cure: 'Use letters, digits, `.`, `_` and `-`, with a letter first.',
  check: (model) => placedLegs(model).flatMap(({ platform: { name }, place }) => NAME.test(name) ? [] : [{
    where: place,
    what: `the name '${name}' has other characters than letters, digits, '.', '_' and '-', or does not start with a letter`,
    fix: "Choose a name such as 'linux-x64'.",
  }]),
};
