import { engine } from './engine';
import { parseWorkflowJobs, type WorkflowJob } from './github-validator';
import { Expressions } from '../../src/github/expression-evaluator';
import type { Model } from '../../src/model/model';
import { guardFacts } from '../../src/tasks/plan/guard-outputs';

/** Something that starts a run, and what becomes of its jobs. */
export interface Happening {
  readonly refType: 'tag' | 'branch';
  readonly refName: string;
  /** A tag that is not pushed. */
  readonly byHand?: boolean;
  readonly fork?: boolean;
  /** Of a dispatch. */
  readonly inputs?: Readonly<Record<string, boolean>>;
  /** A job, or `job/platform`, and how it ends; all others succeed. */
  readonly ends?: Readonly<Record<string, 'failure' | 'cancelled'>>;
}

/**
 * The jobs that run, in their order. What a job needs and when it runs is what GitHub's parser says,
 * with the `success()` that it puts in front of a condition without one; its engine evaluates it.
 */
export async function jobsThatRun(text: string, model: Model, happening: Happening): Promise<string[]> {
  const results = new Map<string, string>();
  const jobs = await parseWorkflowJobs(text);
  while (results.size < jobs.length) {
    const ready = jobs.filter((job) => !results.has(idOf(job)) && needsOf(job).every((need) => results.has(need)));
    if (!ready.length) { throw new Error('jobs need one another in a circle'); }
    ready.forEach((job) => results.set(idOf(job), resultOf(job, model, happening, results)));
  }
  return [...results].filter(([, result]) => result !== 'skipped').map(([id]) => id);
}

function idOf({ id }: WorkflowJob): string {
  return id.value;
}

function needsOf({ needs }: WorkflowJob): string[] {
  return (needs ?? []).map(({ value }) => value);
}

function resultOf(job: WorkflowJob, model: Model, happening: Happening, results: ReadonlyMap<string, string>): string {
  const { refType, refName, byHand = false, fork = false, inputs = {}, ends = {} } = happening;
  const event = { name: refType === 'tag' && !byHand ? 'push' : 'workflow_dispatch', refType, refName } as const;
  const outputs: Record<string, string> = results.get('guard') === 'success' ? { ...guardFacts(model.tags, event) } : {};
  const needs = Object.fromEntries(needsOf(job).map((need) => [need, { result: results.get(need)!, outputs: need === 'guard' ? outputs : {} }]));
  const succeeded = Object.values(needs).every(({ result }) => result === 'success');
  const outcome = new Expressions(engine, { github: { event: { repository: { fork } } }, inputs, needs }, succeeded).condition(job.if.expression);
  if ('unknown' in outcome) { throw new Error(`${idOf(job)}: ${outcome.unknown}`); }
  return outcome.value ? resultOfLegs(idOf(job), model, ends) : 'skipped';
}

/** A leg that may fail lets its job succeed. */
function resultOfLegs(id: string, model: Model, ends: NonNullable<Happening['ends']>): string {
  const legs = model.jobs.filter((job) => job.id === id).flatMap(({ platforms }) => platforms);
  const ofLegs = legs.filter(({ name, allowedToFail }) => ends[`${id}/${name}`] && !allowedToFail).map(({ name }) => ends[`${id}/${name}`]);
  return ends[id] ?? ofLegs[0] ?? 'success';
}
