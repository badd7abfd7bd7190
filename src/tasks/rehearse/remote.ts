import type { EventEmitter } from 'node:events';
import type { RehearseArguments } from './arguments';
import { currentBranch } from './branch';
import { chooseBuild } from './choose-build';
import { Interruption } from './interruption';
import { OUTCOMES, type RehearsedJob, type RemoteRehearsal } from './output';
import { outcomeText, type Ran } from './report';
import { workflowFile } from '../../model/facts';
import type { Model } from '../../model/model';
import { TO_PUBLISH } from '../../publish/contract';
import { ASSEMBLE_STEP } from '../../render/workflow/assemble-job';
import type { Context } from '../command';
import { besideJson, jsonText } from '../json';
import { findRun } from '../runs/find-run';
import { follow, LostRun } from '../runs/follow';
import type { GitHubRuns } from '../runs/github-runs';
import type { Patience } from '../runs/patience';
import type { Run, RunJob, Runs } from '../runs/run';
import { openRuns } from '../runs/session';

/** @param signals says when nobody waits any more for the run, which goes on */
export async function rehearseRemotely(options: RehearseArguments, context: Context, patience: Patience, signals: EventEmitter): Promise<number> {
  const rehearsed = await rehearsedRemotely(options, options.json ? besideJson(context, context.aside) : context, patience, signals);
  if (options.json) context.print(jsonText(rehearsed));
  return OUTCOMES[rehearsed.outcome];
}

async function rehearsedRemotely(
  { build, guardOnly }: RehearseArguments,
  context: Context,
  patience: Patience,
  signals: EventEmitter,
): Promise<RemoteRehearsal> {
  const model = chooseBuild(context.modelFile, build);
  const { runs } = await openRuns(context);
  const { name, commit, difference } = await currentBranch(context);
  context.print(`${guardOnly ? 'The guard' : 'All'} of ${workflowFile(model)} on GitHub, on branch ${name} at ${commit.slice(0, 12)}`
    + `${difference && `; ${difference}`}.\nNothing is published: a branch is no tag.\n`);
  const begun = await start(runs, model, name, guardOnly, patience);
  context.print(`Run ${begun.id} has begun. Leaving this command does not end it; "gh run cancel ${begun.id}" does.\n\n`);
  const rehearsal = { version: 1, where: 'github', build: model.id, branch: name, commit, guardOnly } as const;
  const interruption = new Interruption(signals);
  try {
    const ended = await followed(runs, begun, { model, branch: name, guardOnly }, context, { ...patience, signal: interruption.signal });
    return { ...rehearsal, ...ended };
  } catch (error) {
    if (!interruption.happened || !(error instanceof LostRun)) throw error;
    context.tell(`\n${error.message}\n`);
    return { ...rehearsal, outcome: 'interrupted', run: runOf(begun), jobs: [], files: [] };
  } finally {
    await interruption.close();
  }
}

type Followed = Pick<RemoteRehearsal, 'outcome' | 'run' | 'jobs' | 'files'>;

async function followed(runs: Runs, begun: Run, what: Omit<Ran, 'files'>, context: Context, patience: Patience): Promise<Followed> {
  const { run, jobs } = await follow(runs, begun, context.live(), patience);
  const files = what.guardOnly ? [] : await toPublish(runs, jobs);
  context.print(outcomeText(run, { ...what, files }));
  return { outcome: run.conclusion === 'success' ? 'success' : 'failure', run: runOf(run), jobs: jobs.map(jobOf), files };
}

function runOf({ id, url, conclusion }: Run): RemoteRehearsal['run'] {
  return { id, url, conclusion };
}

function jobOf({ name, conclusion, startedAt, completedAt, url, steps }: RunJob): RehearsedJob {
  return { name, conclusion, startedAt, completedAt, url, failedSteps: steps.filter((step) => step.conclusion === 'failure').map((step) => step.name) };
}

/** Where GitHub does not say which run it became, it is the one that was not there before. */
async function start(runs: GitHubRuns, { workflowPath }: Model, branch: string, guardOnly: boolean, patience: Patience): Promise<Run> {
  const byHand = { ref: branch, event: 'workflow_dispatch' };
  const before = (await runs.list(workflowPath, byHand)).map(({ id }) => id);
  const id = await runs.start(workflowPath, branch, guardOnly ? { guard_only: 'true' } : {});
  const run = id === undefined ? await findRun(runs, workflowPath, byHand, patience, before) : await runs.read(id);
  if (run === undefined) {
    throw new Error('GitHub took the order, but shows no run of it yet; look for it with "gh run list"');
  }
  return run;
}

/** The summary of a run is for the browser alone: what would be published is taken from the log of the job that assembles it. */
async function toPublish(runs: Runs, jobs: readonly RunJob[]): Promise<string[]> {
  const assembling = jobs.find(({ steps }) => steps.some(({ name }) => name === ASSEMBLE_STEP));
  const lines = assembling && await runs.log(assembling).catch(() => undefined);
  return (lines ?? []).filter((line) => line.startsWith(TO_PUBLISH)).map((line) => line.slice(TO_PUBLISH.length));
}
