import type { KnownCause } from '../known-cause';

export const actionNotAllowed: KnownCause = {
  id: 'action-not-allowed',
  title: 'A policy refuses an action',
  signs: [/^The actions? (?<actions>[^\s,][^\n]{0,600}) (?:is|are) not allowed in \S+ because /],
  cause: 'The settings of the repository or its organization refuse {actions|an action}, as a rule because they want full commits or actions of known owners.',
  cure: 'Have the policy admit the action, in the settings for Actions of the repository or organization; or use it at a full commit and push a new tag instead.',
  then: 'settings-then-rerun',
  before: 'doctor',
  sources: ['https://github.com/tailscale/tailscale/issues/17710', 'https://github.com/rlespinasse/github-slug-action/issues/174'],
};
