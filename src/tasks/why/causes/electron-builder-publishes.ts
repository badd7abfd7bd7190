import type { KnownCause } from '../known-cause';

export const electronBuilderPublishes: KnownCause = {
  id: 'electron-builder-publishes',
  title: 'electron-builder wants to publish by itself',
  signs: [/GitHub Personal Access Token is not set, neither programmatically, nor using env "GH_TOKEN"/],
  cause: 'electron-builder was started on a tag and meant to make the release itself, for which it has no token, and needs none.',
  cure: 'Add `--publish never` to the command; the files become public by the `PublishTarget`.',
  then: 'new-tag',
  before: 'electron-builder-publishes',
  sources: ['https://github.com/fiahfy/picty/issues/66'],
};
