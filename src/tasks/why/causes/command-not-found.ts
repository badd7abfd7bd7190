import type { KnownCause } from '../known-cause';

export const commandNotFound: KnownCause = {
  id: 'command-not-found',
  title: 'A program is not installed',
  signs: [
    /: line \d+: (?<program>[^:\s'\\]{1,100}): command not found$/,
    /^(?:\/bin\/)?sh: \d+: (?<program>[^:\s]{1,100}): not found$/,
    /^'(?<program>[^']{1,100})' is not recognized as an internal or external command/,
  ],
  late: true,
  cause: 'The build runs {program|a program} that neither the runner nor a step before it has installed.',
  cure: 'Declare the tool in `setup`, or the packages that bring it; what npm installs is run by a script of package.json or `npx --no-install`.',
  then: 'new-tag',
  before: 'command-not-installed',
  sources: ['https://github.com/arii/hrm/issues/2234'],
};
