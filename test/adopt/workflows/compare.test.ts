import { compare } from './comparer/compare';
import { samples } from './samples';

test.each(samples)('$name does what it does', ({ text }) => {
  expect(compare(text, { workflow: text })).toEqual([]);
});
