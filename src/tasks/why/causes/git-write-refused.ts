import type { KnownCause } from '../known-cause';

export const gitWriteRefused: KnownCause = {
  id: 'git-write-refused',
  title: 'A token may not read what a repository contains',
  signs: [/^remote: Write access to repository not granted\./],
  cause: 'GitHub knows the token, which has no right to the contents of the repository; whatever is missing, git\'s answer speaks of writing.',
  cure: 'Give a fine-grained token Contents: read on the repository, and a classic one the scope `repo`.',
  then: 'settings-then-rerun',
  before: 'doctor',
  sources: ['https://github.com/actions/checkout/issues/779'],
};
