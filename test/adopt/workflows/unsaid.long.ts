import * as fc from 'fast-check';
import { REPOSITORY } from './differences';
import { samples } from './samples';
import { readerOf } from '../../../src/adopt/compare/read-workflow';
import { unsaid } from '../../../src/adopt/compare/unsaid';
import { importWorkflow } from '../../../src/adopt/workflow/import-workflow';
import { engine } from '../../support/engine';

const sample = fc.constantFrom(...samples);

/** Values of any shape that GitHub might take at some key. */
const value = fc.constantFrom('${{ fromJSON(inputs.all) }}', "${{ github.ref == 'a' && 'b' || 'c' }}", '[]', '{}', '[a, b]', '{ a: [1, 2], b: "x" }', '{ include: "${{ fromJSON(needs.a.outputs.b) }}" }', 'text', '""', '1', 'true', '', '[[a], {b: c}]');

/** A sample with some of its lines gone, said twice, or with another value. */
const changed = fc.tuple(sample, fc.array(fc.tuple(fc.nat(), fc.constantFrom('gone', 'twice', 'other'), value), { minLength: 1, maxLength: 4 })).map(([{ text }, changes]) => {
  const lines = text.split('\n');
  changes.forEach(([at, how, other]) => {
    const index = at % lines.length;
    const key = /^[^:#]*:/.exec(lines[index])?.[0];
    lines.splice(index, 1, ...{ gone: [], twice: [lines[index], lines[index]], other: key ? [`${key} ${other}`] : [] }[how]);
  });
  return lines.join('\n');
});

test('whatever can be imported can be compared', () => {
  let compared = 0;
  fc.assert(fc.property(changed, sample, (text, made) => {
    const { draft, report } = importWorkflow(text, engine, { id: 'app', repository: REPOSITORY });
    fc.pre(draft !== undefined);
    compared += 1;
    const found = unsaid(text, { workflow: made.text }, report, { read: readerOf(engine), repository: REPOSITORY });
    expect(found.filter(({ became }) => became.includes('cannot be compared'))).toEqual([]);
  }), { numRuns: 300 });
  expect(compared).toBeGreaterThan(250);
});
