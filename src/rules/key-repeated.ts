import { type Finding, type WorkflowRule, repeated } from './rule';
import { children } from './workflow-texts';

export const keyRepeated: WorkflowRule = {
  id: 'key-repeated',
  level: 'error',
  about: 'workflow',
  cause: 'Two keys of one mapping in the workflow differ only in upper and lower case, which are the same to GitHub: it refuses the workflow. '
    + 'Two variables of one step may be called so, or one secret in two places, since the guard has a variable for each spelling.',
  cure: 'Write one name in one spelling everywhere, and give different things different names.',
  check: ({ workflow }) => repetitions(workflow, ''),
};

function repetitions(value: unknown, path: string): Finding[] {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return [
    ...repeated(keys, (key) => key).map(({ value: key, first }) => ({
      where: path || 'the workflow',
      what: `has '${first}' and '${key}', which are the same to GitHub`,
      fix: 'Write one name in one spelling everywhere, and give different things different names.',
    })),
    ...children(value, path).flatMap((child) => repetitions(child.value, child.path)),
  ];
}
