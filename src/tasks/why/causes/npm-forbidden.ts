import type { KnownCause } from '../known-cause';

export const npmForbidden: KnownCause = {
  id: 'npm-forbidden',
  title: 'A registry of npm packages refuses a package',
  signs: [/^npm (?:ERR!|error) 403 (?:403 )?Forbidden - GET /],
  cause: 'The registry knows who asks, or asks nobody, and does not hand out the package: the token may not read it, or the registry was at odds with the runner\'s address.',
  cure: 'Give the token the right to read the package. If it is a public one, run it again later.',
  then: 'settings-then-rerun',
  before: 'doctor',
  sources: ['https://github.com/actions/setup-node/issues/1268'],
};
