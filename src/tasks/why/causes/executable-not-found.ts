import type { KnownCause } from '../known-cause';

export const executableNotFound: KnownCause = {
  id: 'executable-not-found',
  title: 'An action does not find a program',
  signs: [/^Unable to locate executable file: (?<program>[^\s.]+)\./],
  cause: 'An action runs {program|a program} that nothing has installed before it.',
  cure: 'Declare the tool in `setup`; it is then set up before what needs it.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/actions/setup-node/issues/530'],
};
