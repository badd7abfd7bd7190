import { imported } from './imported';
import { mutations } from './mutations';
import { noticed } from './noticed';
import { samples } from './samples';
import type { Synthesized } from '../../../src/adopt/compare/compare';

const themselves = samples.map(({ name, text }) => ({ name, text, made: { workflow: text } as Synthesized }));

const made = samples.map((sample) => ({ ...sample, made: imported(sample).made }));

test.each(mutations)('it is noticed, in whatever sample, that $name', (mutation) => {
  expect(noticed(mutation, [...themselves, ...made]).missed).toEqual([]);
});
