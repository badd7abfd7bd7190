import { join } from 'node:path';
import { imported } from './imported';
import { largeWorkflow } from './large';
import { open, refused } from './open';
import { sampleOf, samples } from './samples';
import { expectGolden } from '../../support/golden';

const GOLDENS = join(__dirname, 'goldens');

describe.each(samples.filter(({ name }) => !(name in refused)))('$name', (sample) => {
  const { silent, projenrc, report } = imported(sample);

  test('what is imported does what the original does, or the report says what it does not', () => {
    expect(silent.map(({ kind, what }) => `${kind}: ${what}`)).toEqual(open[sample.name] ?? []);
  });

  test('declaration and report are as expected', () => {
    expectGolden(join(GOLDENS, `${sample.name}.projenrc.ts.txt`), projenrc);
    expectGolden(join(GOLDENS, `${sample.name}.report.txt`), report);
  });
});

test.each(Object.entries(refused))('%s is refused by %s', (name, rule) => {
  expect(() => imported({ name, text: sampleOf(name) })).toThrow(new RegExp(`^ +${rule} `, 'm'));
});

test.each([
  { name: 'lines', text: largeWorkflow(3, 80), lines: 500 },
  { name: 'jobs', text: largeWorkflow(40, 2), lines: 500 },
])('a workflow of many $name is imported whole', ({ lines, ...sample }) => {
  expect(sample.text.split('\n').length).toBeGreaterThan(lines);
  expect(imported(sample).silent).toEqual([]);
});
