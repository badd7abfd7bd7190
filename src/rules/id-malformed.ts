import type { DeclarationRule } from './rule';

const ID = /^[A-Za-z0-9][\w.-]*$/;

export const idMalformed: DeclarationRule = {
  id: 'id-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'The id of a build names files and artifacts, and has characters that they cannot have.',
  cure: 'Use letters, digits, `.`, `_` and `-`, with a letter or digit first.',
  check: ({ id }) => ID.test(id) ? [] : [{
    where: 'id',
    what: id ? `'${id}' has other characters than letters, digits, '.', '_' and '-', or starts with one of the last three` : 'is empty',
    fix: "Choose one such as 'desktop-tag-build'.",
  }],
};
