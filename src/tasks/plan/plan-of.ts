import { gitFacts, type GitFacts, type GitQuestion } from './git-facts';
import { loadEngine } from './load-engine';
import { makePlan } from './make-plan';
import { notesOf } from './notes-objections';
import type { Plan, PlannedEvent } from './plan';
import type { PlanInput } from './plan-input';
import { manifestPaths } from './version-objections';
import type { Model } from '../../model/model';
import { PUBLISH_SCRIPT, publishes } from '../../model/publish';
import { refFilesHere } from '../../model/refs';
import { workflowsOf } from '../../model/workflows';
import { mayAskBack } from '../../outside/may-ask-back';
import { buildsOf } from '../builds';
import { outOfSync } from '../check';
import type { Context } from '../command';
import { NO_PROGRESS } from '../progress';

const WORKFLOWS = '.github/workflows';

export interface PlanOptions {
  /** Id of the one build to plan; undefined for all. */
  readonly build: string | undefined;
  /** Whether the remote may be asked. */
  readonly remote: boolean;
  /** The commit that the tag is moved to. @default - its own, or HEAD */
  readonly commit?: string;
}

/** What an event would do, as the repository is now. */
export async function planOf(event: PlannedEvent, context: Context, { build, remote, commit }: PlanOptions, load = loadEngine): Promise<Plan> {
  const models = buildsOf(context.modelFile, build);
  const engine = await load();
  const workflows = workflowFiles(context);
  const gathered = await gather(event, { remote, commit }, models, context);
  return makePlan({ engine, event, models, workflows, publishScript: context.read(PUBLISH_SCRIPT), scripts: context.scripts, ...gathered });
}

/** The workflow files that lie here, by path. */
export function workflowFiles({ list, read }: Context): Map<string, string> {
  const paths = list(WORKFLOWS).filter((name) => /\.ya?ml$/.test(name)).map((name) => `${WORKFLOWS}/${name}`);
  return new Map(paths.flatMap((path) => {
    const text = read(path);
    return text === undefined ? [] : [[path, text] as const];
  }));
}

type Gathered = Pick<PlanInput, 'git' | 'outOfSync' | 'notes'>;

async function gather(event: PlannedEvent, where: Pick<PlanOptions, 'remote' | 'commit'>, models: readonly Model[], context: Context): Promise<Gathered> {
  const { git, note } = await askGit({ ...event, files: models.flatMap(filesOfRun), ...where }, context);
  return { git, outOfSync: outOfSync(context.modelFile, context.scripts, context.read).map(({ path }) => path), notes: note ? [note] : [] };
}

/** What a run takes from the commit, and what its version is compared with. */
function filesOfRun(model: Model): string[] {
  const workflows = workflowsOf(model).map((one) => one.model.workflowPath);
  return [...workflows, ...publishes(model) ? [PUBLISH_SCRIPT, ...notesOf(model)] : [], ...manifestPaths(model), ...refFilesHere(model)];
}

/** What git says, or why it says nothing. */
export async function askGit(question: GitQuestion, context: Context): Promise<{ readonly git: GitFacts | undefined; readonly note?: string }> {
  try {
    const progress = question.remote && await mayAskBack(context) ? NO_PROGRESS : context.progress;
    return { git: await progress.one(question.remote ? 'asking the remote for its tags' : 'asking git', gitFacts(question, context)) };
  } catch (error) {
    return { git: undefined, note: `git could not be asked: ${(error as Error).message.trim().split('\n').at(-1)}` };
  }
}
