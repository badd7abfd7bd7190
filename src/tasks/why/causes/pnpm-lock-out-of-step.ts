import type { KnownCause } from '../known-cause';

export const pnpmLockOutOfStep: KnownCause = {
  id: 'pnpm-lock-out-of-step',
  title: 'pnpm-lock.yaml is out of step',
  signs: [
    /ERR_PNPM_OUTDATED_LOCKFILE/,
    /ERR_PNPM_FROZEN_LOCKFILE_WITH_OUTDATED_LOCKFILE\s+Cannot perform a frozen installation because the lockfile needs updates/,
  ],
  cause: 'A package.json was changed, and pnpm-lock.yaml does not say the same; in CI pnpm installs nothing then.',
  cure: 'Run `pnpm install`, and commit what it changes in pnpm-lock.yaml.',
  then: 'new-tag',
  before: 'lock-file-out-of-step',
  sources: ['https://github.com/pnpm/pnpm/issues/6544'],
};
