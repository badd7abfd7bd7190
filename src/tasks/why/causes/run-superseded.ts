import type { KnownCause } from '../known-cause';

export const runSuperseded: KnownCause = {
  id: 'run-superseded',
  title: 'A later run took the place of this one',
  signs: [/^Canceling since a higher priority waiting request for '(?<group>[^']+)' exists/],
  cause: 'Of the group {group|of the workflow} one run waits at most, and a later one came.',
  cure: 'Look at the later run. If this one is wanted as well, run it again when that one has ended.',
  then: 'rerun',
  before: '',
  sources: ['https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency'],
};
