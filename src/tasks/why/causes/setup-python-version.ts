import type { KnownCause } from '../known-cause';

export const setupPythonVersion: KnownCause = {
  id: 'setup-python-version',
  title: 'A version of Python does not exist for the runner',
  signs: [/^The version '(?<version>[^']+)' with architecture '(?<architecture>[^']+)' was not found for (?<system>[^.]+(?:\.\d+)?)/],
  cause: 'Python {version|of that version} was never built for {system|the system} ({architecture|the architecture}) of the runner.',
  cure: 'Declare a version that exists there, or a runner that has it.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/actions/setup-python/issues/962', 'https://raw.githubusercontent.com/actions/python-versions/main/versions-manifest.json'],
};
