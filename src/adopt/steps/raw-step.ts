import type { Code, Entry } from '../code';
import type { StepSource } from '../workflow/workflow-source';

/** A step as it was written, as projen declares one. */
export function stepCode(step: StepSource): Code {
  const { name, id, if: condition, uses, run, shell, workingDirectory, timeoutMinutes, continueOnError } = step;
  const plain = { name, id, if: condition, uses, shell, workingDirectory };
  return {
    kind: 'object',
    entries: [
      ...Object.entries(plain).flatMap(([key, value]) => value === undefined ? [] : [{ key, value }]),
      ...Object.keys(step.with).length ? [{ key: 'with', value: texts(step.with) }] : [],
      ...Object.keys(step.env).length ? [{ key: 'env', value: texts(step.env) }] : [],
      ...run === undefined ? [] : [{ key: 'run', value: run }],
      ...typeof timeoutMinutes === 'number' ? [{ key: 'timeoutMinutes', value: timeoutMinutes }] : [],
      ...typeof continueOnError === 'boolean' ? [{ key: 'continueOnError', value: continueOnError }] : [],
    ],
  };
}

/** Names and values that are a user's own. */
export function texts(values: Readonly<Record<string, string>>): Code {
  return { kind: 'object', entries: Object.entries(values).map(([key, value]): Entry => ({ key, value, free: true })) };
}
