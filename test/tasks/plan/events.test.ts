import { join } from 'node:path';
import { CLEAN, planOf, push } from './plan-of';
import { MODEL_FILE, type ModelFile } from '../../../src/model/model-file';
import type { PlannedEvent } from '../../../src/tasks/plan/plan';
import { printPlan } from '../../../src/tasks/plan/print-plan';
import { filesOf } from '../../cases/harness';
import * as rehearsed from '../../cases/rehearsed/declaration';
import { expectGolden } from '../../support/golden';

const files = filesOf(rehearsed);
const models = (JSON.parse(files[MODEL_FILE]) as ModelFile).builds.map(({ model }) => model);
const workflows = (change: (path: string, text: string) => string = (_, text) => text) =>
  new Map(Object.entries(files).filter(([path]) => /^\.github\/workflows\/.*\.yml$/.test(path)).map(([path, text]) => [path, change(path, text)]));
const plan = (event: PlannedEvent, all = workflows(), git = CLEAN) => planOf(event, {}, { models, workflows: all, git });
const branch = (name: PlannedEvent['name'], refName = 'HEAD') => ({ name, refType: 'branch', refName } as const);
const FORK = { ...branch('pull_request'), fork: true };
const started = (...args: Parameters<typeof plan>) => plan(...args).builds.filter(({ starts }) => starts).map(({ path }) => path.split('/').at(-1));

test.each<[string, PlannedEvent]>([
  ['pull-request', branch('pull_request', 'fix')], ['fork', FORK], ['push', branch('push', 'release/2')], ['schedule', branch('schedule')],
])('what a build rehearses of %s, as it is printed', (name, event) => {
  expectGolden(join(__dirname, 'golden', `rehearsed-${name}.txt`), printPlan(plan(event), 100));
});

test.each<[PlannedEvent, string[]]>([
  [push('v1.0.0'), ['installers.yml']],
  [branch('workflow_dispatch', 'main'), ['installers.yml']],
  [branch('pull_request'), ['installers-rehearsal.yml']],
  [branch('push', 'main'), ['installers-rehearsal.yml']],
  [branch('push', 'fix'), []],
  [branch('schedule'), ['installers-rehearsal.yml', 'installers-watch.yml']],
])('%j starts %j', (event, names) => {
  expect(started(event)).toEqual(names);
});

test('a branch that starts nothing is told why, by the files that branches can start', () => {
  expect(plan(branch('push', 'fix')).builds.map(({ path, why }) => [path.split('/').at(-1), why])).toEqual([
    ['installers-rehearsal.yml', "the branch matches none of 'main', 'release/**'"], ['installers-watch.yml', 'it has no push trigger'],
  ]);
});

test('of a pull request without secrets the legs that need some are left out, and nothing is put together', () => {
  const [{ leftOut, jobs, results }] = plan(FORK).builds;
  expect(leftOut).toEqual([{ leg: 'cli/windows-x64', secrets: ['LICENSE_KEY'] }, { leg: 'app/macos-arm64', secrets: ['ENGINE_TOKEN'] }]);
  expect(jobs.map(({ id, runs, why }) => [id, runs, why])).toEqual([
    ['guard', 'yes', ''], ['cli', 'yes', ''], ['app', 'yes', ''], ['assemble', 'no', "its condition is false: needs.guard.outputs.unrehearsed == 'none'"],
  ]);
  expect(results.map(({ name }) => name)).toEqual(['installers-cli-linux-x64-pr-NUMBER']);
  expect(jobs.flatMap(({ legs }) => legs.flatMap(({ secrets }) => secrets))).toEqual([]);
});

test('of one with secrets all is rehearsed', () => {
  const [{ leftOut, jobs }] = plan(branch('pull_request')).builds;
  expect(leftOut).toEqual([]);
  expect(jobs.flatMap(({ legs }) => legs.flatMap(({ steps }) => steps)).filter(({ runs }) => runs === 'unknown')).toEqual([]);
});

test('what was changed in the guard is not taken for what it hands on', () => {
  const changed = workflows((_, text) => text.replaceAll('READ_WITH: engine ENGINE_TOKEN', 'READ_WITH: engine OTHER_TOKEN'));
  expect(plan(FORK, changed).builds[0].jobs.at(-1)).toMatchObject({ id: 'assemble', runs: 'unknown' });
});

test('a rehearsal is not asked for what only a release needs', () => {
  const git = { ...CLEAN, message: 'fix: x\n\n[skip ci]', tagExists: true, unpushedTags: ['a', 'b', 'c', 'd'] };
  expect(plan(branch('pull_request'), workflows(), git).objections.map(({ id }) => id)).toEqual(['skip-ci']);
  expect(plan(branch('schedule'), workflows(), git).objections).toEqual([]);
});

test('a file that is not there is named where it would start', () => {
  const without = new Map([...workflows()].filter(([path]) => !path.includes('rehearsal')));
  expect(plan(branch('pull_request'), without).builds.map(({ path, errors }) => [path, errors])).toEqual([
    ['.github/workflows/installers-rehearsal.yml', ['there is no such file']],
  ]);
});
