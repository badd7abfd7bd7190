import type { Patience } from './patience';
import { isGood, type Run, type RunJob } from './run';
import { type Sign, SIGNS } from '../../text/signs';
import { andList } from '../../text/words';

/** A run at a look, and what is known of its waiting. */
export interface Moment {
  readonly run: Run;
  readonly jobs: RunJob[];
  /** By its id, at how many looks a job has waited; the run itself as long as it has none. */
  readonly looks: ReadonlyMap<number, number>;
  /** Environments that somebody must approve. */
  readonly awaited: readonly string[];
  /** Why GitHub gave no answer, a phrase; '' where it did. */
  readonly trouble: string;
  /** Milliseconds until the next look. */
  readonly wait: number;
}

/** Where each line stays, it tells nothing that changes by itself. */
export function runLines(moment: Moment, patience: Pick<Patience, 'now' | 'idle'>, redraws: boolean): string[] {
  const { run, jobs, looks, awaited, trouble, wait } = moment;
  const width = redraws ? Math.max(0, ...jobs.map((job) => nameOf(job, run).length)) : 0;
  return [
    ...jobs.flatMap((job) => {
      const said = saidOf(job, moment, patience, redraws);
      return said === undefined ? [] : [`  ${SIGNS[signOf(job)]} ${`${nameOf(job, run).padEnd(width)}  ${said}`.trimEnd()}`];
    }),
    ...(looks.get(run.id) ?? 0) >= patience.idle ? [`  ${SIGNS.waiting} No job is there yet: the run waits for another one of its group, or for GitHub`] : [],
    ...awaited.length ? [`  ${SIGNS.waiting} Somebody must approve ${andList(awaited.map((name) => `environment ${oneLine(name)}`))}: ${run.url}`] : [],
    ...trouble ? [`  ${SIGNS.unknown} ${oneLine(trouble)}; asking again in ${durationText(wait / 1000)}`] : [],
  ];
}

function nameOf({ name }: RunJob, { attempt }: Run): string {
  return `${oneLine(name)}${attempt > 1 ? ` (attempt ${attempt})` : ''}`;
}

/** Of a run, or of a job. */
export function signOf({ status, conclusion }: Pick<Run, 'status' | 'conclusion'>): Sign {
  if (status !== 'done') return status;
  if (isGood({ conclusion })) return 'good';
  return conclusion === 'skipped' ? 'skipped' : 'bad';
}

/** Undefined where it is not worth a line that stays. */
function saidOf(job: RunJob, { looks, awaited }: Moment, { now, idle }: Pick<Patience, 'now' | 'idle'>, redraws: boolean): string | undefined {
  const { id, status, steps, startedAt } = job;
  if (status === 'done') return endOf(job);
  if (status === 'running') {
    const step = steps.find((one) => one.status === 'running')?.name ?? '';
    return redraws ? `${durationText((now() - Date.parse(startedAt)) / 1000)}  ${oneLine(step)}` : 'has begun';
  }
  const isLong = looks.get(id)! >= idle && !awaited.length;
  return isLong ? 'waits for a runner' : redraws ? '' : undefined;
}

function endOf({ conclusion, startedAt, completedAt, steps }: RunJob): string {
  if (conclusion === 'skipped') return 'skipped';
  const took = durationText((Date.parse(completedAt) - Date.parse(startedAt)) / 1000);
  if (isGood({ conclusion })) return took;
  const step = steps.find((one) => one.conclusion === conclusion);
  return `${took}  ${oneLine(conclusion).replaceAll('_', ' ')}${step ? ` in step "${oneLine(step.name)}"` : ''}`;
}

/** Of another's words: a line that breaks would count as one, and be two. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** `12 s`, `5 min 1 s`, `1 h 2 min`; clocks that differ make no time negative. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds)) || 0;
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole % 3600 / 60)];
  if (hours) return `${hours} h ${minutes} min`;
  return minutes ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
