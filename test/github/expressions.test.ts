import * as fc from 'fast-check';
import { expressionLength, expressionPieces } from '../../src/github/expressions';
import type { Token } from '../../src/github/workflow-engine';
import { engine } from '../support/engine';

test.each([
  ['no expression', ['no expression'], []],
  ['${{ a }}', ['', ''], [' a ']],
  ['x ${{ a }} y ${{b}}', ['x ', ' y ', ''], [' a ', 'b']],
  ["${{ '}}' }}", ['', ''], [" '}}' "]],
  ["${{ 'it''s }}' }}${{ 'b' }}", ['', '', ''], [" 'it''s }}' ", " 'b' "]],
  ['${{ a', ['${{ a'], []],
  ["${{ a }}${{ '}}", ['', "${{ '}}"], [' a ']],
])('%s is taken apart', (text, texts, expressions) => {
  expect(expressionPieces(text)).toEqual({ texts, expressions });
});

test('a file full of openings that nothing closes is text', () => {
  // at this size whatever looks for the end more than once does not end
  expect(expressionPieces('${{'.repeat(150_000)).expressions).toEqual([]);
});

/** The expressions that GitHub's own parser makes of the texts in a part of a workflow. */
function expressionsOf(token: Token): string[] {
  if (engine.isMapping(token)) {
    return [...token].flatMap(({ value }) => expressionsOf(value));
  }
  if (engine.isSequence(token)) {
    return [...token].flatMap(expressionsOf);
  }
  return engine.isBasicExpression(token) ? [token.expression] : [];
}

function madeByGitHub(text: string): string[] {
  const content = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: x\n        env:\n          X: ${JSON.stringify(text)}\n`;
  const { context, value } = engine.parseWorkflow({ name: 'w', content }, new engine.NoOperationTraceWriter());
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  return expressionsOf(value!);
}

test('an expression is as long as the one that GitHub makes of the text', () => {
  const text = fc.stringMatching(/^[a-z '{}$"]*$/);
  const expression = fc.constantFrom('${{ github.ref }}', "${{ github.ref == 'a }}' }}", '${{github.sha}}', "${{ format('}}{0}', github.ref) }}");
  fc.assert(fc.property(fc.array(fc.tuple(text, expression), { minLength: 1 }), text, (pieces, end) => {
    const whole = [...pieces.flat(), end].join('');
    fc.pre(!/\$\{\{(?! ?(github|format))/.test(whole));
    expect(madeByGitHub(whole).map(({ length }) => length)).toEqual([expressionLength(whole)]);
  }));
});
