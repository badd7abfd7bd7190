import type { GivenRun, WhyArguments } from './arguments';
import { diagnose } from './diagnose';
import type { Diagnosis } from './diagnosis';
import { plain } from './log-lines';
import type { Known } from './own-steps';
import { diagnosisText, hanging } from './report';
import type { Model } from '../../model/model';
import { SIGNS } from '../../text/signs';
import { wrap } from '../../text/wrap';
import { buildsOf } from '../builds';
import type { Context } from '../command';
import { EXIT } from '../exit-codes';
import { jsonText } from '../json';
import type { Look } from '../look';
import type { Run, Runs } from '../runs/run';
import { openRuns } from '../runs/session';

// for whatever follows a run
export { diagnose } from './diagnose';
export { diagnosisText } from './report';

/** A run, and what is said of it beside why it failed. */
interface Chosen {
  readonly run: Run;
  /** The newest one, where it has succeeded since; undefined where there is none. */
  readonly goodSince: Run | undefined;
  /** The last one that failed, where the run itself is under way; undefined where none did. */
  readonly failedBefore: Run | undefined;
}

const FAILURES = ['failure', 'timed_out', 'startup_failure', 'cancelled'];

/** Exit codes as the help says. */
export async function why({ run: given, build, json }: WhyArguments, context: Context): Promise<number> {
  const models = buildsOf(context.modelFile, build);
  const { repository, runs } = await openRuns(context);
  const chosen = given ? await givenRun(given, repository, runs) : await lastRun(models, runs);
  if (!chosen) {
    context.print(json ? jsonText(outputOf(undefined, [])) : `${SIGNS.waiting} There is no run yet of ${models.map(({ workflowPath }) => workflowPath).join(', ')}.\n`);
    return EXIT.ok;
  }
  const diagnoses = await diagnosed(chosen.run, { models, scripts: context.scripts }, runs, json ? undefined : context);
  context.print(json ? jsonText(outputOf(chosen, diagnoses)) : `${headText(chosen, context.look)}${diagnoses.length ? `\n${diagnosisText(diagnoses, context.look)}${againText(chosen.run, diagnoses, context.look)}` : ''}`);
  return exitCodeOf(diagnoses);
}

/**
 * Of one that is under way, what has failed so far.
 *
 * @param shown where to show what is being read; a line that stays would be none of the answer
 */
async function diagnosed(run: Run, known: Known, runs: Runs, shown: Pick<Context, 'live' | 'look'> | undefined): Promise<Diagnosis[]> {
  if (run.status === 'done' && !isFailed(run)) {
    return [];
  }
  const jobs = await runs.jobs(run);
  if (!isFailed(run) && !jobs.some(isFailed)) {
    return [];
  }
  const live = shown?.look.redraws ? shown.live() : undefined;
  const diagnoses = await diagnose(run, jobs, runs, known, ({ name }) => live?.update([`${SIGNS.running} Reading what job ${plain(name)} has said`]));
  live?.update([]);
  return diagnoses;
}

function isFailed({ conclusion }: Pick<Run, 'conclusion'>): boolean {
  return FAILURES.includes(conclusion);
}

async function givenRun({ id, repository: asked }: GivenRun, repository: string, runs: Runs): Promise<Chosen> {
  if (asked && asked.toLowerCase() !== repository.toLowerCase()) {
    throw new Error(`that run is one of ${asked}, and this repository is ${repository}`);
  }
  return { run: await runs.read(id), goodSince: undefined, failedBefore: undefined };
}

/** The last that failed, whichever build it is of; the newest where that is under way, or none failed. */
async function lastRun(models: readonly Model[], runs: Runs): Promise<Chosen | undefined> {
  const all = (await Promise.all(models.map(async ({ workflowPath }) => runs.list(workflowPath, {})))).flat();
  const [newest, ...earlier] = all.sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id);
  if (!newest || isFailed(newest)) {
    return newest && { run: newest, goodSince: undefined, failedBefore: undefined };
  }
  const failed = earlier.find(isFailed);
  return newest.status === 'done' && failed
    ? { run: failed, goodSince: newest, failedBefore: undefined }
    : { run: newest, goodSince: undefined, failedBefore: failed };
}

function headText({ run, goodSince, failedBefore }: Chosen, { width }: Look): string {
  const { conclusion, status } = run;
  const [sign, words] = isFailed(run) ? [SIGNS.bad, saidOf(conclusion)] : status === 'done' ? [SIGNS.good, 'nothing failed'] : [SIGNS.running, 'it is under way'];
  const lines = [
    ...goodSince ? [...hanging(`${SIGNS.good} ${nameOf(goodSince)}: nothing failed; the last that did:`, width), ''] : [],
    ...hanging(`${sign} ${nameOf(run)}: ${words}`, width),
    ...isFailed(run) ? [] : [`  ${plain(run.url)}`],
    ...failedBefore ? wrap(`The last that failed is ${nameOf(failedBefore)}: npx projen tag-build:why ${failedBefore.id}`, width) : [],
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function nameOf({ id, path, ref, event, attempt, createdAt }: Run): string {
  return `run ${id} of ${path} on ${ref} (${event}, ${createdAt.slice(0, 10)}${attempt > 1 ? `, attempt ${attempt}` : ''})`;
}

function saidOf(conclusion: string): string {
  return conclusion === 'cancelled' ? 'it was cancelled' : 'it failed';
}

/** Of nothing where a re-run would fail alike. */
function againText({ id, status }: Run, diagnoses: readonly Diagnosis[], { width }: Look): string {
  const asked = diagnoses.flatMap(({ findings }) => findings.map(({ then }) => then));
  if (asked.includes('new-tag')) return '';
  const which = asked.includes('settings-then-rerun-all') ? '' : ' --failed';
  const all = diagnoses.every(({ findings }) => findings.length) || !which ? '' : ', or without --failed all of it';
  const begin = status === 'done' ? 'To run it again' : 'To run it again when it has ended';
  return ['', ...wrap(`${begin}: gh run rerun ${id}${which}${all}. GitHub takes that for 30 days.`, width)].map((line) => `${line}\n`).join('');
}

function exitCodeOf(diagnoses: readonly Diagnosis[]): number {
  if (!diagnoses.length) return EXIT.ok;
  return diagnoses.some(({ findings, silence }) => silence && !findings.length) ? EXIT.unknown : EXIT.found;
}

/** What `--json` prints; docs/why.md describes it. */
export interface WhyOutput {
  readonly version: 1;
  /** null where there is none yet. */
  readonly run: Run | null;
  /** Id of the newest run, where it has succeeded since; null where there is none. */
  readonly goodSince: number | null;
  /** Id of the last run that failed, where this one is under way; null where none did. */
  readonly failedBefore: number | null;
  /** One for each job that failed. */
  readonly diagnoses: readonly Diagnosis[];
}

function outputOf(chosen: Chosen | undefined, diagnoses: readonly Diagnosis[]): WhyOutput {
  return {
    version: 1,
    run: chosen?.run ?? null,
    goodSince: chosen?.goodSince?.id ?? null,
    failedBefore: chosen?.failedBefore?.id ?? null,
    diagnoses,
  };
}
