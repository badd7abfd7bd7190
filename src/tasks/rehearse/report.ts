import type { RemoteJob, RemoteRun } from './gh';
import { cleaner } from '../../text/clean';

const clean = cleaner([]);

const GOOD = ['success', 'skipped', 'neutral'];

/** One line a job, and one for each step that failed. */
export function summaryText({ conclusion, url, jobs }: RemoteRun, run: number, guardOnly: boolean): string {
  const width = Math.max(...jobs.map(({ name }) => name.length), 'job'.length);
  const rows = jobs.flatMap((job) => [
    `  ${clean(job.name).padEnd(width)}  ${secondsOf(job).padStart(7)}  ${job.conclusion || 'not run'}`,
    ...job.steps.filter((step) => !GOOD.includes(step.conclusion)).map((step) => `    ${clean(step.name)}: ${step.conclusion || 'not run'}`),
  ]);
  const next = conclusion === 'success' ? fetchText(run, guardOnly) : `What was said: gh run view ${run} --log-failed\n`;
  return `\n  ${'job'.padEnd(width)}  seconds  result\n${rows.join('\n')}\n\n${conclusion}: ${url}\n${next}`;
}

function fetchText(run: number, guardOnly: boolean): string {
  return guardOnly ? '' : `What was built: gh run download ${run}\n`;
}

/** A job that did not run has times that say nothing. */
function secondsOf({ startedAt, completedAt, conclusion }: RemoteJob): string {
  const seconds = (Date.parse(completedAt) - Date.parse(startedAt)) / 1000;
  return conclusion !== 'skipped' && seconds >= 0 ? String(Math.round(seconds)) : '-';
}
