import { object, type Code, type ObjectCode } from '../code';
import type { StepSource } from '../workflow/workflow-source';

/** A step as projen declares one. An expression that stands for a number or a flag stays as it is. */
export function stepCode(step: StepSource): ObjectCode {
  return object({
    name: step.name,
    id: step.id,
    if: step.if,
    uses: step.uses,
    with: Object.keys(step.with).length ? freeObject(step.with) : undefined,
    run: step.run,
    shell: step.shell,
    workingDirectory: step.workingDirectory,
    env: Object.keys(step.env).length ? freeObject(step.env) : undefined,
    continueOnError: step.continueOnError === false ? undefined : step.continueOnError as Code | undefined,
    timeoutMinutes: step.timeoutMinutes,
  });
}

/** A mapping whose keys are the user's own. */
export function freeObject(values: Readonly<Record<string, Code>>): ObjectCode {
  return { kind: 'object', entries: Object.entries(values).map(([key, value]) => ({ key, value, free: true })) };
}
