import { imported } from './imported';
import { largeWorkflow } from './large';
import { samples } from './samples';

test('a workflow of five thousand lines is imported whole', () => {
  const text = largeWorkflow(20, 120);

  expect(text.split('\n').length).toBeGreaterThan(5_000);
  expect(imported({ name: 'large', text }).silent).toEqual([]);
});

test.each(samples)('$name means the same with the line ends of Windows', ({ name, text }) => {
  const { projenrc, report } = imported({ name, text });

  expect(imported({ name, text: text.replace(/\n/g, '\r\n') })).toMatchObject({ projenrc, report });
});
