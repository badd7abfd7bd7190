import type { KnownCause } from '../known-cause';

export const pnpmLockOfAnotherVersion: KnownCause = {
  id: 'pnpm-lock-of-another-version',
  title: 'pnpm-lock.yaml is of another pnpm',
  signs: [/because the version of the lockfile is incompatible with this version of pnpm/],
  cause: 'The version of pnpm that is set up does not read a lock file of the version that wrote it.',
  cure: 'Set `packageManager` in package.json to the version that wrote the lock file, and declare `Setup.pnpm` of the same.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/argentlabs/argent-x/issues/2137'],
};
