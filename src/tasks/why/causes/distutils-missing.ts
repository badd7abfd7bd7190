import type { KnownCause } from '../known-cause';

export const distutilsMissing: KnownCause = {
  id: 'distutils-missing',
  title: 'node-gyp is too old for this Python',
  signs: [/ModuleNotFoundError: No module named 'distutils'/],
  cause: 'A native module is compiled by a node-gyp older than 10, which needs a part that Python has not had since 3.12.',
  cure: 'Raise electron-builder or `@electron/rebuild`; until then declare `Setup.python(\'3.11\')`.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/node-usb/node-usb/issues/819'],
};
