import { UsageError } from '../../../src/tasks/command-line';
import { releaseArguments } from '../../../src/tasks/release/arguments';

test('what is given, and what is so without it', () => {
  expect(releaseArguments([])).toEqual({ word: undefined, build: undefined, message: '%s', yes: false, dryRun: false, resume: false, moveTag: false, json: false });
  expect(releaseArguments(['v1.2.3', '--resume', '--move-tag', '--build', 'app', '--message=release: %s', '--yes', '--json']))
    .toEqual({ word: 'v1.2.3', build: 'app', message: 'release: %s', yes: true, dryRun: false, resume: true, moveTag: true, json: true });
});

test.each([
  [['v1', '--move-tag'], '--move-tag goes with --resume: it moves a tag whose run has failed'],
  [['--resume', '--dry-run'], '--resume goes on with what is pushed, which --dry-run does not; take one of them'],
  [['--resume', '--move-tag'], '--move-tag takes the tag that is moved: --resume TAG --move-tag'],
  [['patch', 'minor'], 'got 2 of WHAT (patch, minor), and it is one'],
])('%j: %s', (args, message) => {
  expect(() => releaseArguments(args)).toThrow(new UsageError(message));
});
