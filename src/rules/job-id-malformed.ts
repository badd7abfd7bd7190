import type { DeclarationRule } from './rule';

/** Stands in expressions and paths without being quoted. GitHub takes fewer than 100 characters, and keeps `__` for itself. */
const ID = /^(?!__)[A-Za-z_][\w-]{0,98}$/;

export const jobIdMalformed: DeclarationRule = {
  id: 'job-id-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A build job has an id that GitHub refuses.',
  cure: 'Use letters, digits, `_` and `-`, fewer than 100, with a letter or one `_` first.',
  check: ({ jobs }) => jobs.filter(({ id }) => !ID.test(id)).map(({ id, declaredAt }) => ({
    where: declaredAt,
    what: `the id '${id}' is not made of letters, digits, '_' and '-', fewer than 100, with a letter or one '_' first`,
    fix: "Choose one such as 'web'.",
  })),
};
