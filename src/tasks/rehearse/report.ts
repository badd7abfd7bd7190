import type { RemoteJob, RemoteRun } from './gh';
import { runName } from '../../github/names';
import { isNeeded, resultsOf } from '../../model/jobs';
import type { Model } from '../../model/model';
import { publishes, setName } from '../../model/publish';
import { cleaner } from '../../text/clean';
import { shownShellWord } from '../../text/shell';

const clean = cleaner([]);

const GOOD = ['success', 'skipped', 'neutral'];

/** What was run, and where. */
export interface Ran {
  readonly model: Model;
  readonly branch: string;
  readonly run: number;
  readonly guardOnly: boolean;
  /** What a tag would publish, each with its size; none where nothing is, or it is not known. */
  readonly files: readonly string[];
}

/** One line a job, and one for each step that failed. */
export function summaryText({ conclusion, url, jobs }: RemoteRun, ran: Ran): string {
  const width = Math.max(...jobs.map(({ name }) => name.length), 'job'.length);
  const rows = jobs.flatMap((job) => [
    `  ${clean(job.name).padEnd(width)}  ${secondsOf(job).padStart(7)}  ${job.conclusion || 'not run'}`,
    ...job.steps.filter((step) => !GOOD.includes(step.conclusion)).map((step) => `    ${clean(step.name)}: ${step.conclusion || 'not run'}`),
  ]);
  const next = conclusion === 'success' ? fetchText(ran) : `What was said: gh run view ${ran.run} --log-failed\n`;
  const published = ran.files.length ? `A tag would publish:\n${ran.files.map((file) => `  ${clean(file)}\n`).join('')}` : '';
  return `\n  ${'job'.padEnd(width)}  seconds  result\n${rows.join('\n')}\n\n${conclusion}: ${url}\n${published}${next}`;
}

/** Of several kinds of artifacts those that are wanted are named: gh would fetch all. */
function fetchText({ model, branch, run, guardOnly }: Ran): string {
  const names = publishes(model) ? [nameOption(setName(model), branch)] : model.jobs.some((job) => isNeeded(model, job))
    ? resultsOf(model).map(({ platform }) => nameOption(platform.artifactName, branch))
    : [];
  return guardOnly ? '' : `What was built: gh run download ${run}${names.join('')}\n`;
}

function nameOption(artifact: string, branch: string): string {
  return ` --name ${shownShellWord(`${artifact}-${runName(branch)}`)}`;
}

/** A job that did not run has times that say nothing. */
function secondsOf({ startedAt, completedAt, conclusion }: RemoteJob): string {
  const seconds = (Date.parse(completedAt) - Date.parse(startedAt)) / 1000;
  return conclusion !== 'skipped' && seconds >= 0 ? String(Math.round(seconds)) : '-';
}
