import { bareExpression, Expressions, expressionsOf, Partly } from '../../src/github/expression-evaluator';
import { engine } from '../support/engine';

const CONTEXTS = {
  github: new Partly({ ref_name: 'v1', event: new Partly({ fork: false }) }),
  needs: { guard: { outputs: { real: 'true', text: "it's" } } },
  matrix: { platform: 'linux', list: [1, 2], nothing: null },
  secrets: new Partly({}),
};
const expressions = new Expressions(engine, CONTEXTS);

test.each([
  ["needs.guard.outputs.real == 'true'", true],
  ["${{ needs.guard.outputs.real == 'false' }}", false],
  ['!github.event.fork', true],
  ["github.REF_NAME == 'V1'", true],
  ['matrix.nothing', false],
  ["matrix.absent == ''", true],
  ["matrix['platform']", true],
  ["''", false],
  ["'0'", true],
  ['0', false],
  ['success()', true],
  ['always()', true],
  ['failure()', false],
  ['cancelled() || true', true],
  ['!cancelled()', true],
  ["contains('always()', 'x')", false],
  ['${{ false }} text', true],
  ['', false],
])('if: %s', (condition, value) => {
  expect(expressions.condition(condition)).toEqual(condition === '' ? { unknown: expect.any(String) } : { value });
});

test.each([
  ["secrets.TOKEN != ''", 'secrets.TOKEN is known in the run only'],
  ["github.actor == 'me'", 'github.actor is known in the run only'],
  ["hashFiles('x') == ''", 'hashFiles() is known in the run only'],
  ['unknown.context', 'it could not be evaluated: Unrecognized named-value'],
  ['fromJSON(', 'it could not be evaluated: '],
  ["fromJSON('{')", 'it could not be evaluated: '],
  ['toJSON(github)', 'github is known in the run only'],
  ["contains(github.*, 'x')", 'github is known in the run only'],
])('if: %s cannot be told', (condition, why) => {
  expect(expressions.condition(condition)).toEqual({ unknown: expect.stringContaining(why) });
});

test('behind a job that is skipped, only a status function runs', () => {
  const skipped = new Expressions(engine, CONTEXTS, false);
  expect(skipped.condition('true')).toEqual({ value: false });
  expect(skipped.condition('always()')).toEqual({ value: true });
  expect(skipped.condition("contains('always()', 'always')")).toEqual({ value: false });
  expect(skipped.condition('!cancelled() && true')).toEqual({ value: true });
});

test('behind a job of which it cannot be told whether it runs, it cannot be told', () => {
  const uncertain = new Expressions(engine, CONTEXTS, 'unknown');
  expect(uncertain.condition('true')).toEqual({ unknown: expect.stringContaining('success() depends on a job') });
  expect(uncertain.condition('always()')).toEqual({ value: true });
});

test('texts are filled, and what cannot be told stays as it is written', () => {
  expect(expressions.show("a ${{ matrix.platform }} ${{ secrets.X }} ${{ 'with }} inside' }} ${{ matrix.list }} ${{ matrix.nothing }}."))
    .toBe('a linux ${{ secrets.X }} with }} inside [1,2] .');
  expect(expressions.show("${{ needs.guard.outputs.text }} $& $1 ${{ '$&' }}")).toBe("it's $& $1 $&");
  expect(expressions.text('a ${{ secrets.X }}')).toEqual({ unknown: 'secrets.X is known in the run only' });
  expect(expressions.text('a ${{ matrix.platform }}')).toEqual({ value: 'a linux' });
});

test('one expression as a whole keeps its type', () => {
  expect(expressions.value('${{ matrix.list }}')).toEqual({ value: [1, 2] });
  expect(expressions.value('${{ matrix.platform }}${{ matrix.platform }}')).toEqual({ value: 'linuxlinux' });
  expect(expressions.value(5)).toEqual({ value: 5 });
});

test('expressions are found in a text', () => {
  expect(expressionsOf("a ${{ b }} ${{ 'c }}' }} ${{ d")).toEqual(['b', "'c }}'"]);
  expect(bareExpression(' ${{ a }} ')).toBe('a');
  expect(bareExpression(' a ')).toBe('a');
  expect(bareExpression('${{ a }} && ${{ b }}')).toBeUndefined();
});
