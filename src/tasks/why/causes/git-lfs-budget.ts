import type { KnownCause } from '../known-cause';

export const gitLfsBudget: KnownCause = {
  id: 'git-lfs-budget',
  title: 'The budget for large files is used up',
  signs: [/This repository (?:exceeded its LFS budget|is over its data quota)/],
  cause: 'The owner of the repository has used up the month\'s bandwidth of Git LFS, and GitHub hands out no large files.',
  cure: 'Raise the budget in the billing settings of the owner, or wait for the next month. Where the build needs no such file, check out without `lfs` and push a new tag instead.',
  then: 'settings-then-rerun',
  before: '',
  sources: ['https://github.com/datoviz/datoviz/issues/141'],
};
