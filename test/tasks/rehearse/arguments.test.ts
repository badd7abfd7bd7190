import { rehearseArguments } from '../../../src/tasks/rehearse/arguments';

const NONE = { platform: undefined, build: undefined, secretFile: undefined, remote: false, guardOnly: false };

test.each([
  [[], NONE],
  [['linux-x64'], { ...NONE, platform: 'linux-x64' }],
  [['--secret-file', 'a', '--build', 'b'], { ...NONE, secretFile: 'a', build: 'b' }],
  [['--remote', '--guard-only'], { ...NONE, remote: true, guardOnly: true }],
])('%j', (args, meant) => {
  expect(rehearseArguments(args)).toEqual(meant);
});

test.each([
  [['--guard-only'], '--guard-only belongs to --remote'],
  [['--remote', 'linux-x64'], '--remote runs all platforms'],
  [['--remote', '--secret-file', 'a'], '--remote runs all platforms'],
  [['a', 'b'], 'got 2 platforms, and a rehearsal is of one'],
  [['--publish'], '--publish'],
])('%j is refused', (args, message) => {
  expect(() => rehearseArguments(args)).toThrow(message);
  expect(() => rehearseArguments(args)).toThrow('usage: projen-tag-build rehearse [PLATFORM]');
});
