import type { DeclarationRule, Finding } from './rule';
import { whereIs } from './secrets';

const NAME = /^[A-Za-z_]\w*$/;

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables#naming-conventions-for-configuration-variables */
const OF_THE_RUNNER = /^(GITHUB|RUNNER)_/i;

export const envNameMalformed: DeclarationRule = {
  id: 'env-name-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'An environment variable has a name that no shell can read or that belongs to the runner, or a value with line breaks where only one line fits.',
  cure: 'Use letters, digits and `_`, with no digit first, and neither `GITHUB_`, `RUNNER_` nor `PATH`; keep the values of `envWithout` to one line. '
    + 'A directory gets onto the path by a step: `echo "$HOME/bin" >> "$GITHUB_PATH"`.',
  check: ({ secrets }, { declared }) => [
    ...declared.texts.filter(({ use }) => use === 'variable').flatMap(({ where, text }) => {
      const complaint = nameComplaint(text);
      return complaint ? [{ where, ...complaint }] : [];
    }),
    ...secrets.flatMap((secret) => Object.entries(secret.envWithout).filter(([, value]) => /[\r\n]/.test(value)).map(([name]) => ({
      where: `${whereIs(secret)} envWithout`,
      what: `the value of '${name}' has a line break`,
      fix: 'Write it as one line.',
    }))),
  ],
};

function nameComplaint(name: string): Pick<Finding, 'what' | 'fix'> | undefined {
  if (!NAME.test(name)) {
    return { what: `'${name}' is no name of an environment variable`, fix: 'Use letters, digits and _, with no digit first.' };
  }
  if (OF_THE_RUNNER.test(name)) {
    return { what: `'${name}' begins as the runner's own variables do`, fix: 'Choose a name that begins neither with GITHUB_ nor with RUNNER_.' };
  }
  return name.toUpperCase() === 'PATH'
    ? { what: `'${name}' would replace the runner's path, and no tool would be found`, fix: 'Add to the path in an own step: echo "$HOME/bin" >> "$GITHUB_PATH".' }
    : undefined;
}
