import { samples } from './samples';
import { validateWorkflow } from '../../support/github-validator';

/** What an editor warns of and GitHub runs all the same: a variable that a script sets for the steps behind it. */
const WARNING = /: Context access might be invalid: /;

test.each(samples)("GitHub's own validator has nothing against $name", async ({ text }) => {
  expect((await validateWorkflow(text)).filter((finding) => !WARNING.test(finding))).toEqual([]);
});
