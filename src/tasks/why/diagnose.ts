import type { Diagnosis, FoundCause } from './diagnosis';
import { failingPart } from './failing-part';
import { messageIn, plain } from './log-lines';
import { ownLine, ownMessage } from './own-messages';
import { type Known, ownSteps, type Says } from './own-steps';
import { recognised } from './recognise';
import { legsOf } from '../../model/jobs';
import { workflowsOf } from '../../model/workflows';
import { withoutSecrets } from '../../text/tokens';
import type { Annotation, Run, RunJob, Runs } from '../runs/run';

/** So much of a log is looked at, from its end. */
const MOST_LINES = 20_000;
/** So much of it is shown where nothing is recognised. */
const SHOWN = 20;
const FAILED = ['failure', 'timed_out', 'startup_failure'];
/** GitHub calls such a job cancelled, too. */
const ENDED = ['job-too-long', 'runner-lost'];

/**
 * Why a run failed, job by job: what GitHub and the steps have said, and the end of the log of the step.
 * Jobs that were cancelled because of others, and those that may fail, are no causes.
 *
 * @param begin called before each job is looked at
 */
export async function diagnose(run: Run, jobs: readonly RunJob[], runs: Runs, known: Known, begin?: (job: RunJob) => void): Promise<Diagnosis[]> {
  if (jobs.length === 0) {
    return [withoutJobs(run)];
  }
  const failed = mattering(run, jobs.filter(({ conclusion }) => FAILED.includes(conclusion)), known);
  const saysOf = ownSteps(run, known);
  const examine = async (job: RunJob) => {
    begin?.(job);
    return examined(job, runs, saysOf(job));
  };
  const causes = await inTurn(failed, examine);
  const ended = await inTurn(jobs.filter(({ conclusion }) => conclusion === 'cancelled'), examine);
  const all = [...causes, ...ended.filter(({ findings }) => findings.some(({ id }) => ENDED.includes(id)))];
  return all.length ? all : [ended.find(({ findings }) => findings.length) ?? ended.slice(0, 1)].flat();
}

/** One after the other: GitHub does not like to be asked for many logs at once. */
async function inTurn(jobs: readonly RunJob[], examine: (job: RunJob) => Promise<Diagnosis>): Promise<Diagnosis[]> {
  const all: Diagnosis[] = [];
  for (const job of jobs) all.push(await examine(job));
  return all;
}

/** Without the platforms that may fail, unless nothing else did. */
function mattering({ path }: Run, failed: readonly RunJob[], { models }: Known): readonly RunJob[] {
  const builds = models.flatMap(workflowsOf).filter(({ model }) => model.workflowPath === path);
  const allowed = builds.flatMap(({ model }) => legsOf(model)).filter(({ platform }) => platform.allowedToFail !== '').map(({ job, platform }) => `${job.title} ${platform.name}`);
  const others = failed.filter(({ name }) => !allowed.includes(name));
  return others.length ? others : failed;
}

async function examined(job: RunJob, runs: Runs, says: Says): Promise<Diagnosis> {
  const [{ annotations, unsaid }, { log, silence }] = await Promise.all([annotationsOf(job, runs), logOf(job, runs)]);
  const part = failingPart(log, job);
  const failures = annotations.filter(({ level }) => level === 'failure');
  const [home] = job.url.split('/actions/runs/');
  const findings = found(failures, log, part, home, says);
  return {
    job: plain(job.name),
    url: plain(job.url),
    step: plain(stepOf(job)),
    findings,
    tail: findings.length ? [] : tailOf(part.length ? part : failures.flatMap(({ message }) => message.split('\n').map(plain))),
    silence: log.length ? silence : unsaid || silence,
  };
}

/** The first that failed, or else was ended. */
function stepOf({ steps }: RunJob): string {
  const step = steps.find(({ conclusion }) => FAILED.includes(conclusion)) ?? steps.find(({ conclusion }) => conclusion === 'cancelled');
  return step?.name ?? '';
}

/** Those that cannot be had keep nobody from being told what the log says. */
async function annotationsOf(job: RunJob, runs: Runs): Promise<{ readonly annotations: readonly Annotation[]; readonly unsaid: string }> {
  try {
    return { annotations: await runs.annotations(job), unsaid: '' };
  } catch (error) {
    return { annotations: [], unsaid: (error as Error).message };
  }
}

/** One that cannot be had keeps nobody from being told of the others. */
async function logOf(job: RunJob, runs: Runs): Promise<{ readonly log: readonly string[]; readonly silence: string }> {
  try {
    const log = await runs.log(job);
    return log
      ? { log: log.slice(-MOST_LINES).map(plain), silence: '' }
      : { log: [], silence: 'GitHub has no log of it: it was deleted, is not there yet, or the job never began.' };
  } catch (error) {
    return { log: [], silence: (error as Error).message };
  }
}

/** All of our own messages, for they are said together; else the first cause of others. */
function found(failures: readonly Annotation[], log: readonly string[], part: readonly string[], home: string, says: Says): readonly FoundCause[] {
  const said = saidIn(log);
  const saidHere = saidIn(part);
  const isElsewhere = (message: string) => said.has(message) && !saidHere.has(message);
  const own = failures.flatMap(({ title, message }) => isElsewhere(firstLine(message)) ? [] : ownMessage(title, message, home) ?? []);
  const ours = [own, part.flatMap((line) => ownLine(messageIn(line) ?? '', home) ?? [])].map((some) => some.filter(({ title }) => says(title)));
  const logged = ours.find(({ length }) => length);
  if (logged) {
    return logged;
  }
  // what is in the log stands in its step; what is not, GitHub says of the job
  const ofJob = failures.map(({ message }) => message).filter((message) => !said.has(firstLine(message))).flatMap((message) => message.split('\n').map(plain));
  const cause = recognised([...ofJob, ...part.flatMap((line) => messageIn(line) ?? [])]);
  return cause ? [cause] : [];
}

function saidIn(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => messageIn(line) ?? []));
}

function firstLine(message: string): string {
  return plain(message.split('\n')[0]).trim();
}

function tailOf(part: readonly string[]): string[] {
  const lines = part.filter((line) => line !== '' && !line.startsWith('##[endgroup]')).map((line) => line.replace(/^##\[(\w+)\]/, '$1: '));
  return withoutSecrets(lines).slice(-SHOWN);
}

/** Of none of it a request of GitHub's API says more. */
function withoutJobs({ url, conclusion }: Run): Diagnosis {
  const finding = conclusion === 'cancelled' ? CANCELLED_EARLY : notTaken(conclusion);
  return { job: '', url: plain(url), step: '', findings: [finding], tail: [], silence: '' };
}

/** One that waits for another of its group has no job, either. */
const CANCELLED_EARLY: FoundCause = {
  id: 'run-cancelled-early',
  title: 'The run was cancelled while it waited',
  said: 'GitHub ended the run with \'cancelled\' before any job began.',
  cause: 'Somebody cancelled it, or it waited for another run of its group and a later one took its place. Nothing failed.',
  cure: 'Look at the later run, if there is one. If this one is wanted as well, run it again when no other is under way.',
  then: 'rerun',
  before: '',
  sources: [],
};

/** GitHub did not take the workflow, or a setting forbade it. */
function notTaken(conclusion: string): FoundCause {
  return {
    id: 'run-without-jobs',
    title: 'The run has no jobs',
    said: `GitHub ended the run with '${plain(conclusion)}' before any job began.`,
    cause: 'GitHub did not take the workflow file, or a setting of the repository or its organization forbids something in it; the page of the run says which.',
    cure: 'Run `npx projen` and compare the file with what is committed: `tag-build:check`. See whether the settings for Actions admit every action that it uses: `tag-build:doctor`.',
    then: 'new-tag',
    before: 'doctor',
    sources: [],
  };
}
