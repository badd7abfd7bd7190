import type { KnownCause } from '../known-cause';

export const runnerLost: KnownCause = {
  id: 'runner-lost',
  title: 'The runner was lost',
  signs: [
    /^The (?:hosted|self-hosted) runner\b.{0,200} lost communication with the server/,
    /^The runner has received a shutdown signal/,
  ],
  cause: 'The machine stopped answering or was switched off: it ran out of memory, or something took it away. Whether the step that ran is at fault is not certain.',
  cure: 'If it happens again at the same place, the build needs more memory than the runner has: build less at once, or take a larger runner, and push a new tag instead.',
  then: 'rerun',
  before: '',
  sources: ['https://github.com/actions/runner-images/issues/9823', 'https://github.com/actions/runner/issues/2662'],
};
