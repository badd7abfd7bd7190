import type { KnownCause } from '../known-cause';

export const diskFull: KnownCause = {
  id: 'disk-full',
  title: 'The disk is full',
  signs: [/\bno space left on device\b/i],
  cause: 'The build needs more room than the disk of the runner has.',
  cure: 'Delete what the build does not need before it begins, build less in one job, or take a runner with a larger disk. On a self-hosted runner make room on its disk, and re-run the failed jobs.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/actions/runner-images/issues/8166'],
};
