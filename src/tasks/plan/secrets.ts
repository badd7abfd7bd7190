import type { SecretUsePlan, StepPlan } from './plan';
import { expressionsOf } from '../../github/expression-evaluator';
import type { Value } from '../../github/workflow-reader';
import { distinct } from '../../text/words';

/** A step with the secrets that it names. */
export interface StepWithSecrets {
  readonly plan: StepPlan;
  readonly secrets: readonly string[];
}

/** Stands for all secrets, where they are handed on as a whole. */
export const EVERY_SECRET = '*';

const SECRET = /(?<![.\w-])secrets\s*\.\s*([A-Za-z_][\w-]*)/g;
const ALL_SECRETS = /(?<![.\w-])secrets\b(?!\s*\.\s*[\w-])/;

/** Says whether a secret is set, and hands nothing of it on. */
const STATE = /^secrets\.[\w-]+\s*[!=]=\s*''$/;

/** The secrets that a part of a workflow is given, in the order in which they stand there. */
export function secretsIn(value: Value): string[] {
  if (typeof value === 'string') {
    return distinct(expressionsOf(value).filter((expression) => !STATE.test(expression)).flatMap(named));
  }
  if (value === null || typeof value !== 'object') {
    return [];
  }
  const inherits = !Array.isArray(value) && (value as { readonly secrets?: Value }).secrets === 'inherit';
  return distinct([...inherits ? [EVERY_SECRET] : [], ...Object.values(value).flatMap(secretsIn)]);
}

function named(expression: string): string[] {
  const bare = expression.replace(/\[\s*'([^']*)'\s*\]/g, '.$1').replace(/'[^']*'/g, '');
  return [...bare.matchAll(SECRET)].map(([, name]) => name)
    .concat(ALL_SECRETS.test(bare) ? [EVERY_SECRET] : []);
}

/** Who uses which secret; a step that does not run uses none. */
export function secretUses(ofTheJob: readonly string[], steps: readonly StepWithSecrets[]): SecretUsePlan[] {
  const running = steps.filter(({ plan }) => plan.runs !== 'no');
  return distinct([...ofTheJob, ...running.flatMap(({ secrets }) => secrets)]).map((name) => ({
    name,
    steps: running.filter(({ secrets }) => secrets.includes(name)).map(({ plan }) => plan.name),
  }));
}
