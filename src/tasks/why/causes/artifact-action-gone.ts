import type { KnownCause } from '../known-cause';

export const artifactActionGone: KnownCause = {
  id: 'artifact-action-gone',
  title: 'GitHub refuses an old artifact action',
  signs: [/uses a deprecated version of `?(?<action>actions\/[\w-]+: v\d+)/],
  cause: 'GitHub no longer serves {action|that version of the action}, and fails each run that uses it.',
  cure: 'Use a newer version. Generated steps do; it stands in a step of your own, or in an action that uses it.',
  then: 'new-tag',
  before: 'pins',
  sources: ['https://github.com/awalsh128/cache-apt-pkgs-action/issues/147'],
};
