import { unexcused } from '../../../src/adopt/compare/difference';
import { Contexts, Trees } from '../../../src/adopt/compare/expressions';
import { engine } from '../../support/engine';

const contexts = new Contexts(new Trees(engine), { matrix: { text: '' }, env: {} });

test.each([
  ['github.event.assets.*.name', 'github.event.assets.*.name'],
  ['fromJSON(matrix.text)', "fromJSON('')"],
])('%s is known in the run only', (expression, text) => {
  expect(contexts.part(expression)).toMatchObject({ text });
});

test('a difference without a name is excused by no report', () => {
  const difference = { from: 1, to: 9, kind: 'env', subject: 'make', what: 'gone', names: [undefined as unknown as string, ''] } as const;

  expect(unexcused([difference], [{ fate: 'left-out', line: 3, what: 'else', became: 'gone' }])).toEqual([difference]);
});
