import { andList, beginning, count } from '../../../text/words';
import { durationText, signOf } from '../../runs/lines';
import { isGood, type Run, type RunJob } from '../../runs/run';
import { ago, phrase } from '../ages';
import { type Facts, type Line, line } from '../line';
import { type BuildSight, pushedTag, type Sight } from '../sight';

const WHY = 'npx projen tag-build:why';
/** As many as are asked for. */
const LISTED = 100;

/** The last run that a tag has started, and the last one that failed, unless one was good since. */
export async function runLines(sight: BuildSight): Promise<Line[]> {
  const [runs, tag] = await Promise.all([sight.ownRuns, pushedTag(sight).catch(() => undefined)]);
  const [last, ...earlier] = runs;
  const missing = tag && runs.length < LISTED && !runs.some(({ ref }) => ref === tag.name) ? `GitHub shows no run of ${tag.name}` : '';
  if (!last) {
    return [missing ? line('run', 'warning', missing, { id: null }) : line('run', 'waiting', 'none yet', { id: null })];
  }
  const told = await runLine(sight, 'run', last, last.ref);
  const sign = missing && told.sign === 'good' ? 'warning' : told.sign;
  const failed = isFailed(last) || isGood(last) ? undefined : earlier.slice(0, earlier.findIndex(isGood) + 1 || undefined).find(isFailed);
  return [
    { ...told, sign, text: `${told.text}${isFailed(last) ? `; "${WHY}" says why` : ''}${missing && `; ${missing}`}` },
    ...failed ? [line('failed', 'bad', `${doneText(failed, failed.ref, sight.now)}; "${WHY} ${failed.id}" says why`, factsOf(failed), failed)] : [],
  ];
}

/** The last run of what rehearses the build or watches over it. */
export async function furtherLines(sight: Sight, part: 'rehearsal' | 'watch', workflowPath: string): Promise<Line[]> {
  const [last] = await sight.runs().list(workflowPath, {});
  if (!last) {
    return [line(part, 'waiting', 'no run yet', { id: null })];
  }
  const told = await runLine(sight, part, last, `${last.event} on ${last.ref}`);
  // what somebody proposes may fail, and nothing is behind for that
  return [isFailed(last) && last.event === 'pull_request' ? { ...told, sign: 'warning' } : told];
}

async function runLine(sight: Sight, part: Line['part'], run: Run, name: string): Promise<Line> {
  if (run.status === 'done') {
    return line(part, signOf(run), doneText(run, name, sight.now), factsOf(run), run);
  }
  const [jobs, awaited] = await Promise.all([sight.runs().jobs(run), sight.runs().awaited(run)]);
  const done = jobs.filter(({ status }) => status === 'done').length;
  const since = durationText((sight.now.getTime() - Date.parse(run.startedAt)) / 1000);
  const how = awaited.length ? `waits for somebody to approve ${andList(awaited)}` : run.status === 'waiting' ? `has waited for ${since}` : `has run for ${since}`;
  return line(part, run.status, phrase(`${name} ${how}`, ...jobs.length ? [howFar(jobs, done)] : []), { ...factsOf(run), jobs: jobs.length, jobsDone: done }, run);
}

/** Jobs that wait for others are not there yet. */
function howFar(jobs: readonly RunJob[], done: number): string {
  const running = jobs.filter(({ status }) => status === 'running').map(({ name }) => name);
  const failed = jobs.filter(isFailed).map(({ name }) => name);
  return phrase(`${count(done, 'job is', 'jobs are')} done`, ...failed.length ? [`${beginning(failed, 2)} failed`] : [], ...running.length ? [`now ${beginning(running, 2)}`] : []);
}

function doneText({ conclusion, updatedAt, attempt }: Run, name: string, now: Date): string {
  return phrase(`${name}: ${conclusion.replaceAll('_', ' ')}${attempt > 1 ? ` at attempt ${attempt}` : ''}`, ago(updatedAt, now));
}

function factsOf({ id, path, ref, event, commit, attempt, status, conclusion, startedAt, updatedAt }: Run): Facts {
  return { id, workflow: path, ref, event, commit, attempt, status, conclusion, startedAt, updatedAt };
}

function isFailed(run: Pick<Run, 'status' | 'conclusion'>): boolean {
  return signOf(run) === 'bad';
}
