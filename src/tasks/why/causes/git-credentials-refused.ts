import type { KnownCause } from '../known-cause';

export const gitCredentialsRefused: KnownCause = {
  id: 'git-credentials-refused',
  title: 'git was asked for a password',
  signs: [
    /^fatal: could not read Username for '(?<host>https?:[^']+)'/,
    /^remote: Invalid username or token\./,
  ],
  cause: 'git met with a repository of {host|GitHub} that it may not read, and asked for a user name. The token of the step is expired, revoked or mistyped, or, in a step of your own, there is none: a checkout leaves no credentials behind.',
  cure: 'Store a new token in the same secret. For what a package manager fetches by git, declare a `Dependency` and push a new tag instead.',
  then: 'settings-then-rerun',
  before: 'doctor',
  sources: ['https://github.com/actions/checkout/issues/664'],
};
