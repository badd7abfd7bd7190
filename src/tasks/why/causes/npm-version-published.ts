import type { KnownCause } from '../known-cause';

export const npmVersionPublished: KnownCause = {
  id: 'npm-version-published',
  title: 'npm has the version already',
  signs: [/You cannot publish over the previously published versions?(?:: (?<version>[\w.+-]+\w))?/],
  cause: 'The registry has {version|that version} already, and keeps each version as it is for good.',
  cure: 'See whether what the registry has is what you meant, as after a run that failed later on: nothing is to be done then. Otherwise raise the version.',
  then: 'new-tag',
  before: '',
  sources: ['https://github.com/JoshuaKGoldberg/create-typescript-app/issues/494', 'https://github.com/pnpm/registry-mock/pull/25'],
};
