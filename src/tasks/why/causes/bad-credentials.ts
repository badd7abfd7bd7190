import type { KnownCause } from '../known-cause';

export const badCredentials: KnownCause = {
  id: 'bad-credentials',
  title: 'GitHub does not know a token',
  signs: [/\bBad credentials\b/],
  late: true,
  cause: 'GitHub does not know the token that a step has sent: it is expired, revoked or mistyped.',
  cure: 'Store a new token in the secret that the step reads.',
  then: 'settings-then-rerun',
  before: 'doctor',
  sources: ['https://github.com/electron-userland/electron-builder/issues/3237'],
};
