import type { KnownCause } from '../known-cause';

export const setupNodeLockFile: KnownCause = {
  id: 'setup-node-lock-file',
  title: 'The cache of setup-node finds no lock file',
  signs: [/^Dependencies lock file is not found in /],
  cause: 'The action was told to cache packages and looks for a lock file in the root of the workspace, where there is none.',
  cure: 'Leave `cache` out, which a tag build does not want, or commit the lock file.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/academicpages/academicpages.github.io/issues/1267'],
};
