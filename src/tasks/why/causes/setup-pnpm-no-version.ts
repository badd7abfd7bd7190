import type { KnownCause } from '../known-cause';

export const setupPnpmNoVersion: KnownCause = {
  id: 'setup-pnpm-no-version',
  title: 'pnpm is asked for in no version',
  signs: [/No pnpm version is specified\./],
  cause: 'Neither the step that sets pnpm up nor the package.json of the workspace\'s root names a version of pnpm.',
  cure: 'Declare `Setup.pnpm` with a full version, or set `packageManager` in package.json.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/pnpm/action-setup/issues/104'],
};
