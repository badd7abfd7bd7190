import { UsageError } from '../../../src/tasks/command-line';
import { rehearseArguments } from '../../../src/tasks/rehearse/arguments';

const NONE = { platform: undefined, build: undefined, secretFile: undefined, remote: false, guardOnly: false, json: false };

test.each([
  [[], NONE],
  [['linux-x64'], { ...NONE, platform: 'linux-x64' }],
  [['--secret-file', 'a', '--build', 'b'], { ...NONE, secretFile: 'a', build: 'b' }],
  [['--json'], { ...NONE, json: true }],
  [['--guard-only', '--secret-file', 'a'], { ...NONE, guardOnly: true, secretFile: 'a' }],
  [['--remote', '--guard-only'], { ...NONE, remote: true, guardOnly: true }],
])('%j', (args, meant) => {
  expect(rehearseArguments(args)).toEqual(meant);
});

test.each([
  [['--guard-only', 'linux-x64'], '--guard-only runs no leg; it takes no platform'],
  [['--remote', 'linux-x64'], '--remote runs all platforms'],
  [['--remote', '--secret-file', 'a'], '--remote runs all platforms'],
  [['a', 'b'], 'got 2 of PLATFORM (a, b), and it is one'],
  [['--publish'], "there is no option '--publish'. There are: --secret-file, --remote, --guard-only, --build, --json."],
])('%j is refused', (args, message) => {
  expect(() => rehearseArguments(args)).toThrow(message);
  expect(() => rehearseArguments(args)).toThrow(UsageError);
});
