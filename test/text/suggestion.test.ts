import { suggestion } from '../../src/text/suggestion';

test.each([
  ['plna', ['pins', 'plan'], "Did you mean 'plan'?"],
  ['paln', ['pins', 'plan'], "Did you mean 'plan'?"],
  ['Plan', ['pins', 'plan'], "Did you mean 'plan'?"],
  ['platfroms', ['prepare', 'platforms'], "Did you mean 'platforms'?"],
  ['secret', ['needs', 'secrets'], "Did you mean 'secrets'?"],
  ['rehearsal', ['check', 'plan'], 'There are: check, plan.'],
  ['x', [], 'There are none.'],
])('%s, of %j', (word, allowed, expected) => {
  expect(suggestion(word, allowed)).toBe(expected);
});
