import { Expressions } from '../../src/github/expression-evaluator';
import { matrixCombinations } from '../../src/github/matrix';
import type { Value } from '../../src/github/workflow-reader';
import { engine } from '../support/engine';

const expressions = new Expressions(engine, { github: { ref_name: 'v1' }, needs: {} });

function combinations(matrix: Value): unknown {
  return matrixCombinations(matrix, expressions);
}

test('axes multiply in the order in which they are written', () => {
  expect(combinations({ os: ['a', 'b'], node: [1, 2] })).toEqual({ value: [{ os: 'a', node: 1 }, { os: 'a', node: 2 }, { os: 'b', node: 1 }, { os: 'b', node: 2 }] });
});

test('exclude takes away what agrees in all that it names', () => {
  expect(combinations({ os: ['a', 'b'], node: [1, 2], exclude: [{ os: 'a' }, { os: 'b', node: 1 }, { os: 'b', node: 3 }, { other: 1 }] }))
    .toEqual({ value: [{ os: 'b', node: 2 }] });
});

test('include as in the example of the documentation', () => {
  expect(combinations({
    fruit: ['apple', 'pear'],
    animal: ['cat', 'dog'],
    include: [
      { color: 'green' },
      { color: 'pink', animal: 'cat' },
      { fruit: 'apple', shape: 'circle' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ],
  })).toEqual({
    value: [
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'pear', animal: 'dog', color: 'green' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ],
  });
});

test('include alone makes one combination each', () => {
  expect(combinations({ include: [{ a: 1 }, { a: 1, b: 2 }] })).toEqual({ value: [{ a: 1 }, { a: 1, b: 2 }] });
});

test('exclude goes before include', () => {
  expect(combinations({ a: [1, 2], exclude: [{ a: 1 }], include: [{ a: 1 }] })).toEqual({ value: [{ a: 2 }, { a: 1 }] });
});

test('expressions are evaluated wherever they stand', () => {
  expect(combinations("${{ fromJSON('{\"a\":[1]}') }}")).toEqual({ value: [{ a: 1 }] });
  expect(combinations({ a: "${{ fromJSON('[1,2]') }}", b: ['x-${{ github.ref_name }}'] })).toEqual({ value: [{ a: 1, b: 'x-v1' }, { a: 2, b: 'x-v1' }] });
});

test.each<[Value, string]>([
  [{ a: 'x' }, "'a' of the matrix is no list"],
  ["${{ fromJSON('[1]') }}", 'makes no job'],
  [{ a: [1], exclude: [{ a: 1 }] }, 'makes no job'],
  ['${{ fromJSON(needs.a.outputs.b) }}', 'it could not be evaluated'],
  [{ a: Array(20).fill(1), b: Array(20).fill(1) }, 'makes 400 jobs'],
  [{ include: Array(257).fill({ a: 1 }) }, 'makes 257 jobs'],
])('%j cannot be told', (matrix, why) => {
  expect(combinations(matrix)).toEqual({ unknown: expect.stringContaining(why) });
});

test('as many combinations as GitHub allows', () => {
  expect(combinations({ a: Array(16).fill(1), b: Array(16).fill(1) })).toMatchObject({ value: { length: 256 } });
});

test('an entry of include agrees by its values, in whatever order their keys stand', () => {
  expect(combinations({ on: [{ os: 'a', arch: ['x'] }], include: [{ on: { arch: ['x'], os: 'a' }, name: 'one' }, { on: { os: 'a', arch: { 0: 'x' } } }] }))
    .toEqual({ value: [{ on: { os: 'a', arch: ['x'] }, name: 'one' }, { on: { os: 'a', arch: { 0: 'x' } } }] });
});
