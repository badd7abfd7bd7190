import { envOf, workflowContexts, type JobsInput } from './contexts';
import { legOf } from './legs';
import type { JobPlan, LegPlan } from './plan';
import { bareExpression, Expressions, Partly, runsOf, type Context, type Outcome, type Status } from '../../github/expression-evaluator';
import { matrixCombinations } from '../../github/matrix';
import { mapping, texts, type Mapping, type Value } from '../../github/workflow-reader';
import { andList } from '../../text/words';

/** The jobs of a workflow that starts, in the order in which they run. */
export function planJobs(input: JobsInput): JobPlan[] {
  const jobs = Object.entries(mapping(input.workflow.jobs)).map(([id, job]) => ({ id, job: mapping(job) }));
  const planned: JobPlan[] = [];
  // each job stands behind those it needs; what the parser let through has no circle
  while (planned.length < jobs.length) {
    const ready = jobs.filter(({ id, job }) => !planned.some((plan) => plan.id === id)
      && texts(job.needs).every((need) => planned.some((plan) => plan.id === need)));
    if (!ready.length) {
      break;
    }
    planned.push(...ready.map(({ id, job }) => planJob(input, id, job, planned)));
  }
  return planned;
}

function planJob(input: JobsInput, id: string, job: Mapping, before: readonly JobPlan[]): JobPlan {
  const needs = texts(job.needs);
  const contexts = { ...workflowContexts(input.workflow, input.name, input.facts), needs: needsContext(input, needs, before) };
  const condition = typeof job.if === 'string' ? job.if : '';
  const outcome = new Expressions(input.engine, contexts, successOf(needs, before)).condition(condition || 'success()');
  const runs = runsOf(outcome);
  const why = whyNot(outcome, condition, needs, before);
  const legs = runs === 'no' ? { value: [] } : planLegs(input, id, job, contexts);
  return {
    id,
    origin: input.declared?.originOf(id, job) ?? 'added',
    needs,
    runs: 'unknown' in legs ? 'unknown' : runs,
    why: 'unknown' in legs ? `its legs cannot be told, ${legs.unknown}` : why,
    if: condition && (bareExpression(condition) ?? condition),
    legs: 'unknown' in legs ? [] : legs.value,
  };
}

/** A job that is skipped has not succeeded; no job is expected to fail. */
function successOf(needs: readonly string[], before: readonly JobPlan[]): Status {
  const all = before.filter(({ id }) => needs.includes(id)).map(({ runs }) => runs);
  if (all.includes('no')) {
    return false;
  }
  return all.includes('unknown') ? 'unknown' : true;
}

function needsContext(input: JobsInput, needs: readonly string[], before: readonly JobPlan[]): Context {
  return Object.fromEntries(before.filter(({ id }) => needs.includes(id)).map(({ id, runs }) => [id, new Partly({
    ...runs !== 'unknown' && { result: runs === 'yes' ? 'success' : 'skipped' },
    outputs: runs === 'no' ? {} : new Partly(outputsOf(input, id)),
  })]));
}

/** The outputs of a job that are known before the run. */
function outputsOf(input: JobsInput, id: string): Record<string, Context> {
  const job = mapping(mapping(input.workflow.jobs)[id]);
  const ofSteps = Object.entries(input.declared?.outputsOf(id, job, input.facts.event) ?? {});
  const contexts = workflowContexts(input.workflow, input.name, input.facts);
  return envOf(job.outputs, new Expressions(input.engine, {
    ...contexts,
    steps: new Partly(Object.fromEntries(ofSteps.map(([step, outputs]) => [step, new Partly({ outputs: new Partly({ ...outputs }) })]))),
    // whichever leg ends last has the say, and what it needs is not looked at
    matrix: new Partly({}),
    strategy: new Partly({}),
    needs: new Partly({}),
  }));
}

function whyNot(outcome: Outcome<boolean>, condition: string, needs: readonly string[], before: readonly JobPlan[]): string {
  if ('unknown' in outcome) {
    return outcome.unknown;
  }
  if (outcome.value) {
    return '';
  }
  const skipped = before.filter(({ id, runs }) => runs === 'no' && needs.includes(id)).map(({ id }) => id);
  return skipped.length ? `it needs ${andList(skipped)}, which ${skipped.length === 1 ? 'does' : 'do'} not run` : `its condition is false: ${bareExpression(condition) ?? condition}`;
}

function planLegs(input: JobsInput, id: string, job: Mapping, contexts: Record<string, Context>): Outcome<LegPlan[]> {
  const { matrix } = mapping(job.strategy);
  const combinations: Outcome<Mapping[]> = matrix === undefined
    ? { value: [{}] }
    : matrixCombinations(matrix, new Expressions(input.engine, contexts));
  if ('unknown' in combinations) {
    return combinations;
  }
  const total = combinations.value.length;
  return {
    value: combinations.value.map((one, index) => legOf(input, { id, job, matrix: one as Record<string, Value> }, {
      ...contexts,
      matrix: one,
      strategy: new Partly({ 'job-index': index, 'job-total': total, 'fail-fast': mapping(job.strategy)['fail-fast'] ?? true }),
    })),
  };
}
