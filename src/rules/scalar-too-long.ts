import type { WorkflowRule } from './rule';
import { texts, type WorkflowText } from './workflow-texts';
import { expressionLength } from '../github/expressions';
import { MAX_EXPRESSION_LENGTH } from '../github/limits';

const FIX = 'Hand long values over in env, one by one, or let a script of the repository hold what is long.';

export const scalarTooLong: WorkflowRule = {
  id: 'scalar-too-long',
  level: 'error',
  about: 'workflow',
  cause: `GitHub makes one expression of a text that holds \`\${{ }}\`, and of every \`if\`, and refuses a workflow in which one has more than ${MAX_EXPRESSION_LENGTH} characters. `
    + 'What stands around the braces counts, quotes and braces there twice. A text without `${{ }}` may be longer.',
  cure: FIX,
  check: ({ workflow }) => texts(workflow).map((one) => ({ ...one, length: lengthOf(one) })).filter(({ length }) => length > MAX_EXPRESSION_LENGTH)
    .map(({ path, length }) => ({
      where: path,
      what: `makes an expression of ${length} characters; GitHub allows ${MAX_EXPRESSION_LENGTH}`,
      fix: FIX,
    })),
};

/** The `if` of a job or a step; `env` and `with` may have a key of that name. */
const CONDITION = /^jobs\.[^.]+(\.steps\.[^.]+(\.parallel\.[^.]+)*)?\.if$/;

function lengthOf({ path, text }: WorkflowText): number {
  return CONDITION.test(path) && !text.includes('${{') ? text.length : expressionLength(text);
}
