import type { KnownCause } from '../known-cause';

export const setupPnpmTwoVersions: KnownCause = {
  id: 'setup-pnpm-two-versions',
  title: 'pnpm is asked for in two versions',
  signs: [/Multiple versions of pnpm specified:/],
  cause: 'The step that sets pnpm up names one version, and `packageManager` in package.json another; the action refuses both.',
  cure: 'Write the same version in both, or name it in package.json alone.',
  then: 'new-tag',
  before: 'package-manager-version',
  sources: ['https://github.com/pnpm/action-setup/issues/170'],
};
