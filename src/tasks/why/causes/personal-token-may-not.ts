import type { KnownCause } from '../known-cause';

export const personalTokenMayNot: KnownCause = {
  id: 'personal-token-may-not',
  title: 'A personal token lacks a permission',
  signs: [/Resource not accessible by personal access token/],
  cause: 'GitHub knows the token, and it may not do what the step asks.',
  cure: 'Grant the token the permission on that repository, or store one that has it in the same secret.',
  then: 'settings-then-rerun',
  before: 'doctor',
  sources: ['https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api'],
};
