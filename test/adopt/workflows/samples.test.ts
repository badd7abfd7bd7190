import { samples, someSamples } from './samples';
import { validateWorkflow } from '../../support/github-validator';

/** What an editor warns of and GitHub runs all the same: a variable that a script sets for the steps behind it. */
const WARNING = /: Context access might be invalid: /;

test('there are more than thirty, and each can be read at one sitting', () => {
  expect(samples.length).toBeGreaterThan(30);
  expect(samples.filter(({ text }) => text.split('\n').length > 200).map(({ name }) => name)).toEqual([]);
});

// samples.long.ts asks it about all
test.each(someSamples)("GitHub's own validator has nothing against $name", async ({ text }) => {
  expect((await validateWorkflow(text)).filter((finding) => !WARNING.test(finding))).toEqual([]);
});
