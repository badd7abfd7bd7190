import type { KnownCause } from '../known-cause';

export const actionNotFound: KnownCause = {
  id: 'action-not-found',
  title: 'An action does not exist in that version',
  signs: [
    /Unable to resolve action `?(?<action>[^`,]{1,200})`?, unable to find version/,
    /^Unable to resolve action\. Repository not found: (?<action>\S+)/,
  ],
  cause: 'GitHub has no {action|such action}: its tag was deleted or never there, or the repository is gone or private.',
  cure: 'Use the action at a commit that exists, as generated workflows do.',
  then: 'new-tag',
  before: 'pins',
  sources: ['https://github.com/actions/runner/issues/792'],
};
