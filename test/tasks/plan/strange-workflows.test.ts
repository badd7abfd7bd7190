import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { planOf, push, workflow } from './plan-of';
import type { Plan } from '../../../src/tasks/plan/plan';
import { printPlan } from '../../../src/tasks/plan/print-plan';
import { expectGolden } from '../../support/golden';

const CASES = join(__dirname, '..', '..', 'plan-cases');
const files = readdirSync(CASES).filter((name) => name.endsWith('.yml'));

function planCase(file: string): Plan {
  const text = (name: string) => readFileSync(join(CASES, name), 'utf8');
  return planOf(push('v1.2.3'), { 'installers.yml': text(file), 'called.yml': text('called.yml') });
}

test.each(files)('%s', (file) => {
  expectGolden(join(CASES, file.replace('.yml', '.txt')), printPlan(planCase(file)));
});

test('a file larger than GitHub reads is not read', () => {
  const [build] = planOf(push('v1.2.3'), { 'installers.yml': `${workflow(['run: make'])}${'# more\n'.repeat(100_000)}` }).builds;
  expect(build).toMatchObject({ starts: false, errors: [expect.stringContaining('more than 512000 bytes')] });
});

test('a file as large as GitHub reads is planned', () => {
  const steps = Array.from({ length: 10_000 }, (_, index) => `run: make target-${index}`);
  const [build] = planOf(push('v1.2.3'), { 'installers.yml': workflow(steps) }).builds;
  expect(build.jobs[0].legs[0].steps).toHaveLength(10_000);
});

test('deep nesting is an error of the file', () => {
  const [build] = planOf(push('v1.2.3'), { 'installers.yml': `on: ${'['.repeat(20_000)}` }).builds;
  expect(build.errors).not.toEqual([]);
});

/** Pieces that workflows are made of, put together in ways that nobody would. */
const PIECES = [
  'on', 'jobs', 'push', 'tags', 'steps', 'run', 'uses', 'if', 'needs', 'strategy', 'matrix', 'include', 'runs-on', 'with', 'env',
  ': ', ':\n  ', '\n', '\n    ', '- ', '[', ']', '{', '}', '&a ', '*a', '${{ ', ' }}', "'", '"', 'v*', '!v1', 'matrix.a', 'fromJSON(', ')', '\t', '|', '\u0000', '1', 'true', '~',
];

test('whatever the text is, there is a plan, and it can be printed', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')));
  fc.assert(fc.property(texts, texts, (own, other) => {
    const plan = planOf(push('v1.2.3'), { 'installers.yml': own, 'other.yml': other });
    expect(printPlan(plan)).toContain('What speaks against it: ');
  }), { numRuns: 300 });
});

test('whatever a step holds, there is a plan', () => {
  const values = fc.oneof(fc.string(), fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join('')));
  fc.assert(fc.property(values, values, fc.jsonValue(), (run, condition, matrix) => {
    const text = workflow([`{run: ${JSON.stringify(run)}, if: ${JSON.stringify(condition)}}`], undefined, [`strategy: {matrix: {a: ${JSON.stringify(matrix)}}}`]);
    expect(planOf(push('v1.2.3'), { 'installers.yml': text }).builds).toHaveLength(1);
  }), { numRuns: 300 });
});

test('no line is wider than 100 columns', () => {
  const words = fc.string({ minLength: 1, maxLength: 300 });
  fc.assert(fc.property(words, words, words, (name, run, path) => {
    const text = workflow([`{name: ${JSON.stringify(name)}, run: ${JSON.stringify(run)}}`, `{uses: actions/checkout@v7, with: {path: ${JSON.stringify(path)}}}`]);
    const tag = `v${path.replace(/[^a-z0-9]/gi, '-')}`;
    const lines = printPlan(planOf(push(tag), { 'installers.yml': text })).split('\n');
    expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
  }), { numRuns: 300 });
});
