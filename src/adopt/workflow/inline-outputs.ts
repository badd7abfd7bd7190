import type { JobSource, StepSource, WorkflowSource } from './workflow-source';
import { wholeExpression } from '../../github/expressions';
import { freeName } from '../../text/words';
import { usedAction } from '../steps/used-action';

/** A workflow in which no step asks what another job found out. */
export interface Inlined {
  readonly source: WorkflowSource;
  /** Ids of the jobs whose steps run in those that asked. */
  readonly jobs: ReadonlySet<string>;
}

/** A job that only finds something out runs in each job that asks for it: build jobs tell one another nothing but files. */
export function inlineOutputs(source: WorkflowSource): Inlined {
  const byId = new Map(source.jobs.map((job) => [job.id, job]));
  const inlined = new Set<string>();
  const done = new Map<string, JobSource>();
  const resolve = (job: JobSource): JobSource => {
    const known = done.get(job.id);
    if (known) {
      return known;
    }
    done.set(job.id, job);
    const asked = job.needs.flatMap((need) => {
      const other = byId.get(need);
      return other && isAskable(other) && asks(job, need) ? [resolve(other)] : [];
    });
    asked.forEach(({ id }) => inlined.add(id));
    const whole = asked.reduceRight((so, other) => withStepsOf(so, other, source.defaults), job);
    done.set(job.id, whole);
    return whole;
  };
  return { source: { ...source, jobs: source.jobs.map(resolve) }, jobs: inlined };
}

function isAskable({ matrix, uses, steps }: JobSource): boolean {
  return matrix === undefined && uses === undefined && steps.length > 0
    && !steps.some((step) => /^actions\/(?:upload|download)-artifact$|release/.test(usedAction(step)?.name ?? ''));
}

/** Whether a job reads what another one found out. */
export function asks(job: JobSource, need: string): boolean {
  return JSON.stringify([job.steps, job.env]).includes(`needs.${need}.outputs.`);
}

function withStepsOf(job: JobSource, other: JobSource, defaults: WorkflowSource['defaults']): JobSource {
  const taken = new Set(job.steps.flatMap(({ id }) => id?.toLowerCase() ?? []));
  const ids = new Map(other.steps.flatMap(({ id }) => id === undefined ? [] : [[id, freeName(id, '-', taken)]]));
  const renamed = <T>(value: T) => [...ids].reduce((so, [from, to]) => replaced(so, `steps.${from}.`, `steps.${to}.`), value);
  const steps = other.steps.filter((step) => usedAction(step)?.name !== 'actions/checkout')
    .map((step): StepSource => ({
      ...renamed(step),
      ...step.id !== undefined && { id: ids.get(step.id) },
      ...step.run !== undefined && asThere(step, job, { ...other, defaults: { ...defaults, ...other.defaults } }),
      env: { ...other.env, ...renamed(step.env) },
    }));
  const told = Object.entries(other.outputs).map(([name, value]) => [`needs.${other.id}.outputs.${name}`, renamed(wholeExpression(value) ?? `'${value.replaceAll("'", "''")}'`)] as const);
  const own = told.reduce((so, [from, to]) => replaced(so, from, to), { steps: job.steps, env: job.env });
  // variables of a job are made before its steps: what asks for these has them in its steps
  const [early, late] = [true, false].map((isEarly) => Object.fromEntries(Object.entries(own.env).filter(([, value]) => value.includes('steps.') !== isEarly)));
  const at = job.steps.map(isCheckout).lastIndexOf(true) + 1;
  const behind = own.steps.slice(at).map((step) => ({ ...step, env: { ...late, ...step.env } }));
  return { ...job, env: early, steps: [...own.steps.slice(0, at), ...steps, ...behind] };
}

/** Where a script stands now there may be other defaults, and on Windows one without a shell is of PowerShell. */
function asThere(step: StepSource, job: JobSource, { defaults, runsOn }: JobSource): Partial<StepSource> {
  const shell = step.shell ?? defaults.shell ?? (/windows/i.test(JSON.stringify(runsOn ?? '')) ? undefined : 'bash');
  const workingDirectory = step.workingDirectory ?? defaults.workingDirectory ?? (job.defaults.workingDirectory === undefined ? undefined : '.');
  return { ...shell !== undefined && { shell }, ...workingDirectory !== undefined && { workingDirectory } };
}

function isCheckout(step: StepSource): boolean {
  return usedAction(step)?.name === 'actions/checkout';
}

/** A part of a workflow with a text replaced wherever it stands as a whole word. */
export function replaced<T>(value: T, from: string, to: string): T {
  if (typeof value === 'string') {
    const end = from.endsWith('.') ? '' : '(?![\\w-])';
    return value.replace(new RegExp(`${from.replace(/[.$]/g, '\\$&')}${end}`, 'g'), () => to) as T;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => replaced(item, from, to)) as T;
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item as unknown, from, to)])) as T : value;
}
