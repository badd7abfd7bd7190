import { dispatch, planOf, push, workflow } from './plan-of';
import type { LegPlan } from '../../../src/tasks/plan/plan';
import { printPlan } from '../../../src/tasks/plan/print-plan';

function legOf(text: string, event = push('v1.2.3')): LegPlan {
  return planOf(event, { 'installers.yml': text }).builds[0].jobs[0].legs[0];
}

test('a command of several lines is without the indentation of its file', () => {
  const { steps } = legOf(workflow(['run: |\n          make ${{ github.ref_name }}\n            indented\n\n          done']));
  expect(steps[0].commands).toEqual(['make v1.2.3', '  indented', 'done']);
});

test.each([
  ['"${{ github.ref_name }}"', 'v1.2.3'],
  ['"a\\n${{ github.ref_name }}\\tb"', 'a\nv1.2.3\tb'],
  ["'it''s {0} ${{ github.ref_name }} {{x}} ${{ github.ref_type }}'", "it's {0} v1.2.3 {{x}} tag"],
  ['${{ github.ref_name }}${{ github.ref_name }}', 'v1.2.3v1.2.3'],
  ["${{ format('{0}-{1}', github.ref_type, 'a') }} $& b", 'tag-a $& b'],
  ['>-\n          folded\n          ${{ github.ref_name }}', 'folded v1.2.3'],
  ['|\n          kept\n          ${{ github.ref_name }}\n', 'kept\nv1.2.3\n'],
])('the name %s', (written, name) => {
  expect(legOf(workflow([`name: ${written}\n        run: make`])).steps[0].name).toBe(name);
});

test('a start by hand takes the inputs as they are preset', () => {
  const on = 'workflow_dispatch: {inputs: {kind: {default: full, type: string}, other: {type: string}}}';
  const steps = ["{run: a, if: inputs.kind == 'full'}", "{run: b, if: inputs.other != ''}", "{run: c, if: github.event_name == 'push'}"];
  expect(legOf(workflow(steps, on), dispatch('main')).steps.map(({ runs }) => runs)).toEqual(['yes', 'no', 'no']);
});

test('a pushed tag has no inputs', () => {
  expect(legOf(workflow(['{run: a, if: inputs.kind}'])).steps[0].runs).toBe('no');
});

test('variables of the workflow, the job and the step are known, the nearest one first', () => {
  const text = workflow(["{run: 'echo ${{ env.A }} ${{ env.B }}', env: {B: step}}", "{run: x, if: env.B == 'job'}"], undefined, ['env: {A: "${{ github.ref_name }}", B: job}']);
  const { steps } = legOf(`env: {A: workflow}\n${text}`);
  expect(steps[0].commands).toEqual(['echo v1.2.3 step']);
  expect(steps[1].runs).toBe('yes');
});

test('the workspace of a step is its own, the job\'s or the workflow\'s', () => {
  const text = workflow(['run: a', '{run: b, working-directory: own}'], undefined, ['defaults: {run: {working-directory: job}}']);
  expect(legOf(text).steps.map(({ workingDirectory }) => workingDirectory)).toEqual(['job', 'own']);
  expect(legOf(`defaults: {run: {working-directory: all}}\n${workflow(['run: a'])}`).steps[0].workingDirectory).toBe('all');
});

test('a checkout without inputs is of the tag, and one of another repository of its default branch', () => {
  const text = workflow(['uses: actions/checkout@v7', '{uses: actions/checkout@v7, with: {repository: acme/other, path: other}}', '{uses: actions/checkout@v7, with: {ref: main}}']);
  expect(legOf(text).steps.map(({ checkout }) => checkout)).toEqual([
    { repository: 'acme/app', ref: 'v1.2.3', path: '.', files: [] },
    { repository: 'acme/other', ref: '', path: 'other', files: [] },
    { repository: 'acme/app', ref: 'main', path: '.', files: [] },
  ]);
});

test('an artifact has its final name, and the default of the action', () => {
  const text = workflow(['{uses: actions/upload-artifact@v7, with: {name: "app-${{ github.ref_name }}", path: "a\\nb", retention-days: 3}}', '{uses: actions/upload-artifact@v7, with: {path: a}}']);
  expect(legOf(text).steps.map(({ artifact }) => artifact)).toEqual([
    { name: 'app-v1.2.3', path: ['a', 'b'], retentionDays: '3', handedTo: [] },
    { name: 'artifact', path: ['a'], retentionDays: '', handedTo: [] },
  ]);
});

test('workflows that call one another in a circle are followed once', () => {
  const calling = (name: string) => `on: {push: {tags: ['v*']}, workflow_call: null}\njobs:\n  a:\n    strategy: {matrix: {n: [1, 2, 3, 4]}}\n    uses: ./.github/workflows/${name}\n  b: {runs-on: x, steps: [{run: npm publish}]}\n`;
  const plan = planOf(push('v1'), { 'installers.yml': calling('other.yml'), 'other.yml': calling('installers.yml') });
  expect(plan.builds[0].jobs.find(({ id }) => id === 'a')!.legs[0].steps[0].publishes).toEqual(['a package registry']);
  expect(plan.others[0].publishes).toEqual(['a package registry']);
});

test('a file that is missing starts nothing', () => {
  expect(planOf(push('v1'), {})).toMatchObject({ verdict: 'does-not-run', builds: [{ starts: false, errors: ['there is no such file'] }] });
});

test('nothing that a file holds moves the cursor of a terminal', () => {
  const printed = printPlan(planOf(push('v1'), { 'installers.yml': workflow(['{name: "a\\e[31mb\\rc", run: "x\\ny\\u009bz"}']) }), 100);
  expect(printed).toContain('run: a [31mb c');
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});
