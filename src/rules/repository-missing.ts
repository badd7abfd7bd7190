import type { DeclarationRule } from './rule';

export const repositoryMissing: DeclarationRule = {
  id: 'repository-missing',
  level: 'error',
  about: 'declaration',
  always: true,
  cause: 'The list of repositories is empty, so there is nothing to build. This rule cannot be switched off.',
  cure: 'Leave `repositories` out to build this repository alone, or name them.',
  check: ({ repositories }) => repositories.length ? [] : [{
    where: 'repositories',
    what: 'is empty; at least one is needed',
    fix: 'Leave it out to build this repository alone, or name them, the main one first.',
  }],
};
