import type { KnownCause } from '../known-cause';

export const pythonExternallyManaged: KnownCause = {
  id: 'python-externally-managed',
  title: 'pip may not install into the system',
  signs: [/^error: externally-managed-environment/],
  cause: 'The Python of the system belongs to its package manager, and pip installs nothing there.',
  cure: 'Declare `Setup.python`, which brings one of its own, or install into a virtual environment.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/actions/runner-images/issues/10781'],
};
