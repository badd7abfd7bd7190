import type { KnownCause } from '../known-cause';

export const runCanceled: KnownCause = {
  id: 'run-canceled',
  title: 'Somebody cancelled the run',
  signs: [/^The run was canceled by @(?<who>[\w-]+)/],
  cause: 'The run was cancelled by @{who|somebody}. Nothing failed.',
  cure: 'Ask them, or run it again.',
  then: 'rerun',
  before: '',
  sources: ['https://docs.github.com/en/actions/how-tos/manage-workflow-runs/cancel-a-workflow-run'],
};
