import type { KnownCause } from '../known-cause';

export const yarnLockOutOfStep: KnownCause = {
  id: 'yarn-lock-out-of-step',
  title: 'yarn.lock is out of step',
  signs: [
    /Your lockfile needs to be updated, but yarn was run with `--frozen-lockfile`/,
    /YN0028: .{0,20}The lockfile would have been (?:modified|created) by this install/,
  ],
  cause: 'A package.json was changed, and yarn.lock does not say the same; Yarn, which must not change it there, installs nothing then.',
  cure: 'Run `yarn install`, and commit what it changes in yarn.lock.',
  then: 'new-tag',
  before: 'lock-file-out-of-step',
  sources: ['https://github.com/yarnpkg/berry/issues/2948'],
};
