import { KnownValues } from './known-values';
import { runsOnOf, systemOf, archOf, type RunsOn } from './runners';
import type { LegSource } from './step-reader';
import type { JobSource, StepSource, WorkflowSource } from './workflow-source';
import { Expressions, Partly } from '../../github/expression-evaluator';
import { MAX_JOB_MINUTES } from '../../github/limits';
import { matrixCombinations } from '../../github/matrix';
import { findRunner } from '../../github/runners';
import type { Engine } from '../../github/workflow-engine';
import type { Value } from '../../github/workflow-reader';

/** What is known of the repository and its runs. */
export interface Surroundings {
  readonly engine: Engine;
  readonly repository?: string;
  /** A tag that starts the build. */
  readonly tag: string;
}

/** A leg of the original, with what is known put in. */
export interface Leg extends LegSource {
  readonly job: JobSource;
  readonly runner: RunsOn;
  readonly values: KnownValues;
  /** Steps of the original that never run on this leg. */
  readonly skipped: readonly StepSource[];
  readonly timeoutMinutes?: number;
  readonly mayFail: boolean;
  readonly container?: Value;
  readonly environment?: string;
}

/** The legs of a job; a matrix that is made in the run is one leg of which little is known. */
export function legsOf(job: JobSource, source: WorkflowSource, around: Surroundings): { readonly legs: readonly Leg[]; readonly unknown?: string } {
  if (job.matrix === undefined) {
    return { legs: [legOf(job, source, {}, around)] };
  }
  const unknown = Object.fromEntries(['needs', 'vars', 'github'].map((name) => [name, new Partly({})]));
  const combinations = matrixCombinations(job.matrix as Value, new Expressions(around.engine, { ...unknown, inputs: {} }));
  return 'unknown' in combinations
    ? { legs: [legOf(job, source, undefined, around)], unknown: combinations.unknown }
    : { legs: combinations.value.map((matrix) => legOf(job, source, matrix, around)) };
}

function legOf(job: JobSource, source: WorkflowSource, matrix: Readonly<Record<string, Value>> | undefined, around: Surroundings): Leg {
  const { engine, repository, tag } = around;
  const facts = { matrix: matrix ?? new Partly({}), repository, tag, isOnRelease: 'release' in source.on, needs: job.needs };
  const first = new KnownValues(engine, { ...facts, env: {}, system: 'unknown' });
  const runner = runsOnOf(first.value(job.runsOn as Value));
  const base = { ...facts, system: systemOf(runner), ...systemOf(runner) !== 'unknown' && { arch: archOf(runner) } };
  const env = textsOf({ ...source.env, ...job.env }, first);
  const known = plainOnly(env, job.steps);
  const values = new KnownValues(engine, { ...base, env: known });
  const stepValues = (step: StepSource) => Object.keys(step.env).length
    ? new KnownValues(engine, { ...base, env: { ...known, ...plainOnly(textsOf(step.env, values), job.steps) } })
    : values;
  const steps = job.steps.map((step) => stepOf(step, job, source, values, stepValues(step)));
  const timeout = Number(first.value((job.timeoutMinutes ?? null) as Value) ?? Number.NaN);
  return {
    jobId: job.id,
    job,
    runner,
    runsOn: runner.labels,
    system: systemOf(runner),
    matrix: matrix ?? {},
    values,
    env,
    steps: steps.filter((step) => step !== undefined),
    skipped: job.steps.filter((_, index) => steps[index] === undefined),
    ...(timeout > 0 || runner.labels.join() === 'ubuntu-slim') && { timeoutMinutes: Math.min(timeout > 0 ? Math.ceil(timeout) : Infinity, mostMinutes(runner)) },
    mayFail: first.value((job.continueOnError ?? false) as Value) === true,
    ...job.container !== undefined && job.container !== null && { container: values.value(job.container as Value) },
    ...environmentOf(first.value((job.environment ?? null) as Value)),
  };
}

/** GitHub stops a job there, whatever it says. */
export function mostMinutes({ labels, group }: RunsOn): number {
  const isHosted = group === undefined && labels.length === 1 && findRunner(labels[0]) !== undefined;
  return !isHosted ? MAX_JOB_MINUTES.selfHosted : MAX_JOB_MINUTES[labels[0] === 'ubuntu-slim' ? 'ubuntuSlim' : 'hosted'];
}

function stepOf(step: StepSource, job: JobSource, source: WorkflowSource, before: KnownValues, values: KnownValues): StepSource | undefined {
  const condition = step.if === undefined ? undefined : values.condition(step.if);
  if (condition?.runs === 'no') {
    return undefined;
  }
  const { if: _, ...rest } = step;
  const put = <K extends 'id' | 'name' | 'uses' | 'run' | 'shell' | 'workingDirectory'>(key: K, fallback?: string) => {
    const text = step[key] ?? fallback;
    return text === undefined ? {} : { [key]: values.text(text) };
  };
  return {
    ...rest,
    ...condition?.runs === 'unknown' && { if: condition.if },
    ...put('name'),
    ...put('run'),
    ...step.run !== undefined && put('shell', job.defaults.shell ?? source.defaults.shell),
    ...step.run !== undefined && put('workingDirectory', job.defaults.workingDirectory ?? source.defaults.workingDirectory),
    with: textsOf(step.with, values),
    env: textsOf(step.env, before),
  };
}

function textsOf(texts: Readonly<Record<string, string>>, values: KnownValues): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, values.text(text)]));
}

/** What is certain of variables: they are plain, and no step writes them anew. */
function plainOnly(env: Readonly<Record<string, string>>, steps: readonly StepSource[]): Record<string, string> {
  const writes = steps.map(({ run }) => run ?? '').filter((run) => run.includes('GITHUB_ENV')).join('\n');
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => !value.includes('${{') && !writes.includes(`${name}=`) && !writes.includes(`${name}<<`)));
}

function environmentOf(value: Value): { readonly environment?: string } {
  const name = value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as { readonly name?: Value }).name : value;
  return typeof name === 'string' && !name.includes('${{') ? { environment: name } : {};
}
