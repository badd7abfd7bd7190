import { legWords, place } from './legs';
import { type HandedOn, handedTo, isNeeded, takersOf } from '../../model/jobs';
import { type BuildJobModel, type Model } from '../../model/model';
import { fromWorkspace } from '../../model/paths';
import { blocks, code, table } from '../../text/markdown';
import { andList, count } from '../../text/words';

/** What becomes of a job's files. */
export function destiny(model: Model, job: BuildJobModel): string {
  const takers = takersOf(model, job).map(({ id }) => code(id));
  if (job.artifacts === 'result') {
    const kept = `**Results.** GitHub keeps them for ${count(job.retentionDays, 'day', 'days')}.`;
    return takers.length === 0 ? kept : `${kept} ${andList(takers)} ${takers.length === 1 ? 'is' : 'are'} handed the same files, `
      + `in artifacts of their own: ${code('-handed-on')} stands behind the name.`;
  }
  return takers.length === 0
    ? '**Handed on** to no job, so nothing of it is kept. These files are no results.'
    : `**Handed on** to ${andList(takers)}. These files are no results.`;
}

/** What a job waits for, and where it finds it. */
export function arrivals(model: Model, job: BuildJobModel): string {
  if (job.needs.length === 0) return '';
  return blocks(
    `It begins when ${andList(job.needs.map((need) => code(need.job)))} ${job.needs.length === 1 ? 'has' : 'have'} succeeded, `
      + 'and is skipped otherwise. What it is handed arrives in its workspace:',
    table(['From', 'Built as', 'Arrives in'], handedTo(model, job).map((arrival) => row(model, arrival))),
  );
}

function row(model: Model, { from, path }: HandedOn): string[] {
  return [
    `${legWords(model, from)}${from.platform.allowedToFail === '' ? '' : ', unless that fails'}`,
    place(fromWorkspace(from.job, from.platform.artifactRoot)),
    place(path),
  ];
}

/** What holds for all that is handed on. */
export function aboutHandingOn(model: Model): string {
  return model.jobs.some((job) => isNeeded(model, job))
    ? 'Files that are handed on keep their paths below the directory that they were built in, their permissions and their links, '
      + 'and are checked against the sums of the platform that built them. '
      + 'GitHub keeps them for a day. Later "Re-run failed jobs" does not find them: choose "Re-run all jobs".'
    : '';
}
