import { describeImports } from './describe-imports';
import { imported } from './imported';
import { largeWorkflow } from './large';
import { samples } from './samples';

describeImports(samples);

test('a workflow of five thousand lines is imported whole', () => {
  const text = largeWorkflow(8, 110);

  expect(text.split('\n').length).toBeGreaterThan(5_000);
  expect(imported({ name: 'large', text }).silent).toEqual([]);
});
