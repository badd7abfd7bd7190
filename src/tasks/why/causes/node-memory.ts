import type { KnownCause } from '../known-cause';

export const nodeMemory: KnownCause = {
  id: 'node-memory',
  title: 'Node.js ran out of memory',
  signs: [/^FATAL ERROR: .{1,80} - JavaScript heap out of memory/],
  cause: 'A program in Node.js needed more memory than it allows itself, which is less than the runner has.',
  cure: 'Set `NODE_OPTIONS: --max-old-space-size=6144` in the environment of the build, or take a runner with more memory.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/dept/easy-genomics/pull/160'],
};
