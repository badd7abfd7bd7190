import type { DeclarationRule } from './rule';
import { whereIs } from './secrets';

export const secretGroupEmpty: DeclarationRule = {
  id: 'secret-group-empty',
  level: 'error',
  about: 'declaration',
  cause: 'A group of secrets names none.',
  cure: 'Name its secrets, or leave the group out.',
  check: ({ secrets }) => secrets.filter(({ names }) => !names.length).map((secret) => ({
    where: whereIs(secret),
    what: 'names no secret; at least one is needed',
    fix: "Name them, for instance secrets: ['CSC_LINK', 'CSC_KEY_PASSWORD'], or leave the group out.",
  })),
};
