import type { RunJob } from '../../../src/tasks/runs/run';
import { failingPart } from '../../../src/tasks/why/failing-part';

/** A step as the runner logs it: what it runs, what it is given, and what it prints. */
function step(runs: string, ...printed: string[]): string[] {
  return [`##[group]Run ${runs}`, runs, 'shell: /usr/bin/bash -e {0}', 'env:', '  NAME: value', '##[endgroup]', ...printed];
}

const BEGIN = ['Current runner version: \'2.336.0\'', '##[group]Runner Image', 'Image: ubuntu-24.04', '##[endgroup]', 'Complete job name: Build linux-x64'];
const FAILED = '##[error]Process completed with exit code 1.';

function job(...conclusions: string[]): RunJob {
  const steps = conclusions.map((conclusion, index) => ({ number: index + 1, name: `step ${index + 1}`, status: 'done' as const, conclusion }));
  return { id: 1, name: 'Build linux-x64', status: 'done', conclusion: 'failure', startedAt: '', completedAt: '', url: '', steps };
}

test('it is what the step that failed has printed, and nothing that it was told', () => {
  const log = [...BEGIN, ...step('echo Repository not found', 'installed'), ...step('make', 'cc a.c', FAILED), 'Post job cleanup.', '[command]/usr/bin/git version'];

  expect(failingPart(log, job('success', 'success', 'failure'))).toEqual(['cc a.c', FAILED]);
});

test('a step that may fail and one that fails: GitHub calls only one of them failed', () => {
  const log = [...BEGIN, ...step('lint', 'lint says no', FAILED), ...step('make', 'make says no', FAILED)];

  expect(failingPart(log, job('success', 'success', 'failure'))).toEqual(['make says no', FAILED]);
});

test('of several that failed it is the first, after which others failed as well', () => {
  const log = [...BEGIN, ...step('lint', 'lint says no', FAILED), ...step('make', 'make says no', FAILED), ...step('report', 'nothing to report', FAILED)];

  expect(failingPart(log, job('success', 'success', 'failure', 'failure'))).toEqual(['make says no', FAILED]);
});

test('an action has inputs and no shell; one without any has nothing at all', () => {
  const log = [...BEGIN, '##[group]Run actions/checkout@v7', 'with:', '  repository: acme/app', '##[endgroup]', 'Syncing repository: acme/app', '##[group]Run acme/empty@v1', '##[endgroup]', 'nothing', '##[error]no'];

  expect(failingPart(log, job('success', 'success', 'failure'))).toEqual(['nothing', '##[error]no']);
});

test('a group that a program opens is a part of its step, whatever it is called', () => {
  const log = [...BEGIN, ...step('npm test', '##[group]Run the tests', 'one of them fails', '##[endgroup]', FAILED)];

  expect(failingPart(log, job('success', 'failure'))).toEqual(['##[group]Run the tests', 'one of them fails', '##[endgroup]', FAILED]);
});

test('what fails before any step is what the runner says', () => {
  const log = ['Prepare all required actions', '##[error]Unable to resolve action `acme/x@v1`, unable to find version `v1`'];

  expect(failingPart(log, job('failure'))).toEqual(log);
});

test('where nothing says that it failed, it is all of the log', () => {
  expect(failingPart(['it just ends'], job('failure'))).toEqual(['it just ends']);
  expect(failingPart([], job('failure'))).toEqual([]);
  expect(failingPart(['##[group]Run make'], job('failure', 'failure'))).toEqual(['##[group]Run make']);
});

test('a program that opens group after group is read once', () => {
  const log = [...Array.from({ length: 20_000 }, () => '##[group]Run x'), '##[endgroup]', FAILED];
  const begun = Date.now();

  expect(failingPart(log, job('failure'))).toContain(FAILED);
  expect(Date.now() - begun).toBeLessThan(2000);
});
