import type { KnownCause } from '../known-cause';

export const tagMoved: KnownCause = {
  id: 'tag-moved',
  title: 'The tag was moved while the run went on',
  signs: [/^The ref '(?<ref>[^']+)' does not point to the expected commit/],
  cause: '{ref|The tag} was deleted or pushed anew after the run had begun, and what would be checked out is not what the run is for.',
  cure: 'Look whether the moved tag has a run of its own. Otherwise push a tag of another version.',
  then: 'new-tag',
  before: '',
  sources: ['https://github.com/actions/checkout/blob/main/src/git-source-provider.ts'],
};
