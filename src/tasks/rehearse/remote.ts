import type { RehearseArguments } from './arguments';
import { currentBranch } from './branch';
import { chooseBuild } from './choose-build';
import { OUTCOMES, type RehearsedJob, type RemoteRehearsal } from './output';
import { outcomeText } from './report';
import { workflowFile } from '../../model/facts';
import type { Model } from '../../model/model';
import { TO_PUBLISH } from '../../publish/contract';
import { ASSEMBLE_STEP } from '../../render/workflow/assemble-job';
import type { Context } from '../command';
import { besideJson, jsonText } from '../json';
import { findRun } from '../runs/find-run';
import { follow } from '../runs/follow';
import type { GitHubRuns } from '../runs/github-runs';
import type { Patience } from '../runs/patience';
import type { Run, RunJob, Runs } from '../runs/run';
import { openRuns } from '../runs/session';

export async function rehearseRemotely(options: RehearseArguments, context: Context, patience: Patience): Promise<number> {
  const rehearsed = await rehearsedRemotely(options, options.json ? besideJson(context, context.aside) : context, patience);
  if (options.json) context.print(jsonText(rehearsed));
  return OUTCOMES[rehearsed.outcome];
}

async function rehearsedRemotely({ build, guardOnly }: RehearseArguments, context: Context, patience: Patience): Promise<RemoteRehearsal> {
  const model = chooseBuild(context.modelFile, build);
  const { runs } = await openRuns(context);
  const { name, commit, difference } = await currentBranch(context);
  context.print(`${guardOnly ? 'The guard' : 'All'} of ${workflowFile(model)} on GitHub, on branch ${name} at ${commit.slice(0, 12)}`
    + `${difference && `; ${difference}`}.\nNothing is published: a branch is no tag.\n`);
  const begun = await start(runs, model, name, guardOnly, patience);
  context.print(`Run ${begun.id} has begun. Leaving this command does not end it; "gh run cancel ${begun.id}" does.\n\n`);
  const { run, jobs } = await follow(runs, begun, context.live(), patience);
  const files = guardOnly ? [] : await toPublish(runs, jobs);
  context.print(outcomeText(run, { model, branch: name, guardOnly, files }));
  const outcome = run.conclusion === 'success' ? 'success' : 'failure';
  return { version: 1, where: 'github', outcome, build: model.id, branch: name, commit, guardOnly, run: { id: run.id, url: run.url, conclusion: run.conclusion }, jobs: jobs.map(jobOf), files };
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
