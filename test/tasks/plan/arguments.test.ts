import { UsageError } from '../../../src/tasks/command-line';
import { parsePlanArguments } from '../../../src/tasks/plan/arguments';

const NONE = { event: undefined, build: undefined, remote: false, json: false };

test.each([
  [[], NONE],
  [['v1'], { ...NONE, event: { name: 'push', refType: 'tag', refName: 'v1' } }],
  [['refs/tags/v1', '--remote', '--json'], { ...NONE, event: { name: 'push', refType: 'tag', refName: 'v1' }, remote: true, json: true }],
  [['--build', 'app', 'v1'], { ...NONE, event: { name: 'push', refType: 'tag', refName: 'v1' }, build: 'app' }],
  [['--event', 'dispatch', '--ref', 'main'], { ...NONE, event: { name: 'workflow_dispatch', refType: 'branch', refName: 'main' } }],
  [['--event=dispatch', '--ref=refs/heads/a/b'], { ...NONE, event: { name: 'workflow_dispatch', refType: 'branch', refName: 'a/b' } }],
  [['--event', 'dispatch', '--ref', 'refs/tags/v1'], { ...NONE, event: { name: 'workflow_dispatch', refType: 'tag', refName: 'v1' } }],
])('%j', (args, parsed) => {
  expect(parsePlanArguments(args)).toEqual(parsed);
});

test.each([
  [['v1', 'v2'], 'got 2 of TAG (v1, v2), and it is one'],
  [['--event', 'release'], "--event is 'release', allowed are push and dispatch"],
  [['--event', 'dispatch'], '--event dispatch takes its branch or tag by --ref'],
  [['--event', 'dispatch', '--ref', 'main', 'v1'], '--event dispatch takes its branch or tag by --ref'],
  [['v1', '--ref', 'main'], '--ref belongs to --event dispatch'],
  [['--jason'], "there is no option '--jason'. Did you mean '--json'?"],
])('%j is refused', (args, message) => {
  expect(() => parsePlanArguments(args)).toThrow(message);
  expect(() => parsePlanArguments(args)).toThrow(UsageError);
});
