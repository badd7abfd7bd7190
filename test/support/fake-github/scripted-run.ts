import type { Repository } from './repository';

/** What a run of a workflow is going to do, attempt by attempt; the last one goes for all that follow. */
export interface RunScript {
  readonly attempts: readonly (readonly JobScript[])[];
  /** How many lists of runs do not show it yet: GitHub takes some seconds. @default 1 */
  readonly hiddenFor?: number;
  /** Moments without a job, because another run of its group goes on. @default 0 */
  readonly pending?: number;
  /** Of a run without jobs: one that GitHub could not begin. @default startup_failure */
  readonly conclusion?: Conclusion;
}

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped' | 'timed_out' | 'neutral' | 'startup_failure';

/** A job, and when it does what. A moment is over when whoever follows the run asks the same again. */
export interface JobScript {
  readonly name: string;
  /** Jobs that must have succeeded; without that it is skipped. It is not there before they are done. @default - none */
  readonly needs?: readonly string[];
  /** Moments until a runner takes it; Infinity is never. @default 1 */
  readonly waits?: number;
  /** Moments that it takes. @default 1 */
  readonly lasts?: number;
  /** Waits for somebody to approve it, until the test does. @default - none */
  readonly environment?: string;
  readonly runsOn?: readonly string[];
  /** Its steps, in the middle of those that GitHub adds. @default - one of the job's name */
  readonly steps?: readonly string[];
  /** @default success */
  readonly conclusion?: Conclusion;
  /** The step that fails, where it fails. @default - the last one */
  readonly fails?: string;
  readonly annotations?: readonly AnnotationScript[];
  /** Lines, without times; `expired` where GitHub has them no more. @default - a line for each step */
  readonly log?: readonly string[] | 'expired';
  /** Called once, when it has succeeded. */
  readonly then?: (repository: Repository) => void;
}

export interface AnnotationScript {
  readonly level: 'failure' | 'warning' | 'notice';
  readonly title?: string;
  readonly message: string;
}

/** What happens to an attempt from outside. */
export interface Interventions {
  /** The moment before which no job is there. */
  readonly from: number;
  /** The moment at which it was cancelled. */
  readonly cancelledAt: number | undefined;
  /** By environment, the moment at which it was approved. */
  readonly approvedAt: ReadonlyMap<string, number>;
}

/** When a job is there, begins and ends; Infinity where it never does. */
export interface Timed {
  readonly script: JobScript;
  readonly appears: number;
  readonly begins: number;
  readonly ends: number;
  readonly conclusion: Conclusion;
}

export function timeline(scripts: readonly JobScript[], { from, cancelledAt = Infinity, approvedAt }: Interventions): Timed[] {
  const known = new Map<string, Timed>();
  for (const script of scripts) {
    const needed = (script.needs ?? []).map((name) => known.get(name)!);
    const appears = Math.max(from, ...needed.map(({ ends }) => ends));
    const timed = needed.every(({ conclusion }) => conclusion === 'success') ? running(script, appears, approvedAt) : skipped(script, appears);
    known.set(script.name, timed.ends > cancelledAt ? cancelled(timed, cancelledAt) : timed);
  }
  return [...known.values()];
}

function running(script: JobScript, appears: number, approvedAt: Interventions['approvedAt']): Timed {
  const { environment, waits = 1, lasts = 1, conclusion = 'success' } = script;
  const ready = environment === undefined ? appears : Math.max(appears, approvedAt.get(environment) ?? Infinity);
  return { script, appears, begins: ready + waits, ends: ready + waits + lasts, conclusion };
}

function skipped(script: JobScript, at: number): Timed {
  return { script, appears: at, begins: at, ends: at, conclusion: 'skipped' };
}

/** What had not begun ends at once, and never began; what it is needed for is never there. */
function cancelled(timed: Timed, at: number): Timed {
  return { ...timed, begins: Math.min(timed.begins, at), ends: Math.max(at, Math.min(timed.appears, at)), conclusion: 'cancelled' };
}

/** Guard, legs and what publishes, as a generated workflow has them; `changes` by the names of jobs. */
export function jobsOfBuild(legs: readonly string[], changes: Readonly<Record<string, Partial<JobScript>>> = {}): JobScript[] {
  const builds = legs.map((leg) => `Build ${leg}`);
  const jobs: JobScript[] = [
    { name: 'Guard', steps: ['Check secrets and repositories'] },
    ...builds.map((name) => ({ name, needs: ['Guard'], steps: ['Check out this repository', 'Build', 'Collect the artifacts', 'Upload the artifacts'] })),
    { name: 'Assemble', needs: ['Guard', ...builds], steps: ['Check and name the files of the release'] },
    { name: 'Publish', needs: ['Guard', 'Assemble'], steps: ['Publish the release'] },
  ];
  return jobs.map((job) => ({ ...job, ...changes[job.name] }));
}
