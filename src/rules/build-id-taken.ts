import type { DeclarationRule } from './rule';

export const buildIdTaken: DeclarationRule = {
  id: 'build-id-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two builds of a repository have one id. Ids name files, and upper and lower case are the same for some file systems.',
  cure: 'Give one of them another id.',
  check: ({ id }, { others }) => others.filter((other) => other.id.toLowerCase() === id.toLowerCase()).map((other) => ({
    where: 'id',
    what: `a build '${other.id}' is declared already in this repository`,
    fix: 'Choose another id: it names the workflow, the doc and the artifacts.',
  })),
};
