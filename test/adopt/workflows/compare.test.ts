import { compare, type Synthesized } from './comparer/compare';
import { mutated, mutations } from './mutations';
import { pairs } from './pairs';
import { sampleOf, samples } from './samples';
import { synthesized } from './synthesized';

const declared = Object.entries(pairs).map(([name, options]) => ({ name, text: sampleOf(name), made: synthesized(name, options) }));

const themselves = samples.map(({ name, text }) => ({ name, text, made: { workflow: text } as Synthesized }));

test.each(themselves)('$name does what it does', ({ text, made }) => {
  expect(compare(text, made)).toEqual([]);
});

test.each(declared)('what a person has declared for $name does what the original does', ({ text, made }) => {
  expect(compare(text, made)).toEqual([]);
});

test.each(mutations)('it is noticed that $name', (mutation) => {
  const changed = [...declared, ...themselves].flatMap(({ name, text, made }) => {
    const workflow = mutated(made.workflow, mutation, text);
    return workflow === undefined ? [] : [{ name, kinds: compare(text, { ...made, workflow }).map(({ kind }) => kind) }];
  });
  // a leg of which nothing is left is a leg that is gone
  expect(changed.filter(({ kinds }) => !kinds.includes(mutation.kind) && !kinds.includes('leg'))).toEqual([]);
  expect(changed.length).toBeGreaterThan(0);
});
