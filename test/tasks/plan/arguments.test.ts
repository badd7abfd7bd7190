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
  [['--event', 'push', '--ref', 'refs/heads/a/b'], { ...NONE, event: { name: 'push', refType: 'branch', refName: 'a/b' } }],
  [['--event', 'pull_request', '--fork'], { ...NONE, event: { name: 'pull_request', refType: 'branch', refName: 'HEAD', fork: true } }],
  [['--event', 'pull_request', '--ref', 'fix'], { ...NONE, event: { name: 'pull_request', refType: 'branch', refName: 'fix' } }],
  [['--event', 'schedule'], { ...NONE, event: { name: 'schedule', refType: 'branch', refName: 'HEAD' } }],
  [['--event', 'dispatch', '--ref', 'refs/tags/v1'], { ...NONE, event: { name: 'workflow_dispatch', refType: 'tag', refName: 'v1' } }],
])('%j', (args, parsed) => {
  expect(parsePlanArguments(args)).toEqual(parsed);
});

test.each([
  [['v1', 'v2'], 'got 2 of TAG (v1, v2), and it is one'],
  [['--event', 'release'], "--event is 'release', allowed are push, dispatch, pull_request and schedule"],
  [['--event', 'dispatch'], '--event dispatch takes its branch or tag by --ref'],
  [['--event', 'dispatch', '--ref', 'main', 'v1'], '--event dispatch takes its branch or tag by --ref'],
  [['v1', '--ref', 'main'], '--ref is a branch; a pushed tag is given by its name alone'],
  [['--event', 'schedule', 'v1'], '--event schedule takes its branch by --ref'],
  [['--event', 'push', '--ref', 'refs/tags/v1'], '--ref is a branch; a pushed tag is given by its name alone: plan v1'],
  [['--event', 'schedule', '--fork'], '--fork belongs to --event pull_request'],
  [['--fork'], '--fork belongs to --event pull_request'],
  [['--jason'], "there is no option '--jason'. Did you mean '--json'?"],
])('%j is refused', (args, message) => {
  expect(() => parsePlanArguments(args)).toThrow(message);
  expect(() => parsePlanArguments(args)).toThrow(UsageError);
});
