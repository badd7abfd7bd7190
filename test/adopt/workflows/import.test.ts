import { describeImports } from './describe-imports';
import { imported } from './imported';
import { largeWorkflow } from './large';
import { samples, someSamples } from './samples';

// import.long.ts has all; golden files are rewritten here
describeImports(process.env.UPDATE_GOLDEN ? samples : someSamples);

test.each([
  { name: 'lines', text: largeWorkflow(3, 30), lines: 500 },
  { name: 'jobs', text: largeWorkflow(40, 2), lines: 500 },
])('a workflow of many $name is imported whole', ({ lines, ...sample }) => {
  expect(sample.text.split('\n').length).toBeGreaterThan(lines);
  expect(imported(sample).silent).toEqual([]);
});
