import * as fc from 'fast-check';
import { planOf, push, workflow } from './plan-of';
import { printPlan } from '../../../src/tasks/plan/print-plan';

/** Pieces that workflows are made of, put together in ways that nobody would. */
const PIECES = [
  'on', 'jobs', 'push', 'tags', 'steps', 'run', 'uses', 'if', 'needs', 'strategy', 'matrix', 'include', 'runs-on', 'with', 'env',
  ': ', ':\n  ', '\n', '\n    ', '- ', '[', ']', '{', '}', '&a ', '*a', '${{ ', ' }}', "'", '"', 'v*', '!v1', 'matrix.a', 'fromJSON(', ')', '\t', '|', '\u0000', '1', 'true', '~',
];

test('whatever the text is, there is a plan, and it can be printed', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')));
  fc.assert(fc.property(texts, texts, (own, other) => {
    const plan = planOf(push('v1.2.3'), { 'installers.yml': own, 'other.yml': other });
    expect(printPlan(plan, 100)).toContain('\nWhat speaks against it:');
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
    const lines = printPlan(planOf(push(tag), { 'installers.yml': text }), 100).split('\n');
    expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
  }), { numRuns: 300 });
});
