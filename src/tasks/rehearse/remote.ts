import { setTimeout as pause } from 'node:timers/promises';
import type { RehearseArguments } from './arguments';
import { currentBranch } from './branch';
import { chooseBuild } from './choose-build';
import { Gh, type RemoteRun } from './gh';
import { summaryText } from './report';
import { workflowFile } from '../../model/facts';
import { TO_PUBLISH } from '../../publish/contract';
import { ASSEMBLE_STEP } from '../../render/workflow/assemble-job';
import type { Context } from '../command';
import { EXIT } from '../exit-codes';

/** Milliseconds between two questions, and how often to look for a run that was started. */
export interface Patience {
  readonly between: number;
  readonly attempts: number;
}

export async function rehearseRemotely({ build, guardOnly }: RehearseArguments, context: Context, patience: Patience): Promise<number> {
  const model = chooseBuild(context.modelFile, build);
  const workflow = workflowFile(model);
  const gh = new Gh(context);
  await gh.mustBeThere();
  const { name, commit, difference } = await currentBranch(context);
  context.print(`${guardOnly ? 'The guard' : 'All'} of ${workflow} on GitHub, on branch ${name} at ${commit.slice(0, 12)}${difference && `; ${difference}`}.\n`
    + 'Nothing is published: a branch is no tag.\n');
  const before = await gh.dispatched(workflow, name);
  await gh.dispatch(workflow, name, guardOnly);
  const run = await started(before, patience, () => gh.dispatched(workflow, name));
  context.print(`Run ${run} has begun. Leaving this command does not end it; "gh run cancel ${run}" does.\n`);
  await gh.watch(run);
  const done = await completed(gh, run, patience);
  const files = guardOnly ? [] : await toPublish(gh, done);
  context.print(summaryText(done, { model, branch: name, run, guardOnly, files }));
  return done.conclusion === 'success' ? EXIT.ok : EXIT.found;
}

/** The summary of a run is for the browser alone: what would be published is taken from the log of the job that assembles it. */
async function toPublish(gh: Gh, { jobs }: RemoteRun): Promise<string[]> {
  const assembling = jobs.find(({ steps }) => steps.some(({ name }) => name === ASSEMBLE_STEP));
  const lines = assembling ? await gh.log(assembling.databaseId) : [];
  return lines.filter((line) => line.startsWith(TO_PUBLISH)).map((line) => line.slice(TO_PUBLISH.length));
}

/** GitHub does not say which run a dispatch became: it is the one that was not there before. */
async function started(before: readonly number[], { between, attempts }: Patience, list: () => Promise<number[]>): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const run = (await list()).filter((id) => !before.includes(id)).at(-1);
    if (run !== undefined) return run;
    await pause(between);
  }
  throw new Error('GitHub took the order, but shows no run of it yet; look for it with "gh run list"');
}

/** `gh run watch` ends early where a token may not watch. */
async function completed(gh: Gh, run: number, { between }: Patience): Promise<RemoteRun> {
  let seen = await gh.view(run);
  while (seen.status !== 'completed') {
    await pause(between);
    seen = await gh.view(run);
  }
  return seen;
}
