import { parsePlanArguments, PLAN_LINE, type PlanArguments } from './arguments';
import { gitFacts, type GitFacts, type GitQuestion } from './git-facts';
import { loadEngine } from './load-engine';
import { makePlan } from './make-plan';
import { nextTags } from './next-versions';
import { notesOf } from './notes-objections';
import type { Plan, PlannedEvent } from './plan';
import type { PlanInput } from './plan-input';
import { printNext } from './print-next';
import { printPlan } from './print-plan';
import { startOf, tagFiltersOf } from './triggers';
import { manifestPaths, versionInCommit } from './version-objections';
import type { Engine } from '../../github/workflow-engine';
import { readWorkflow } from '../../github/workflow-reader';
import type { Model } from '../../model/model';
import { PUBLISH_SCRIPT, publishes } from '../../model/publish';
import { refFilesHere } from '../../model/refs';
import { workflowsOf } from '../../model/workflows';
import { buildsOf } from '../builds';
import { outOfSync } from '../check';
import type { Command, Context } from '../command';
import { EXIT } from '../exit-codes';

const WORKFLOWS = '.github/workflows';

/** The command with an engine of one's choice. */
export function planBy(load: () => Promise<Engine>): Command {
  return {
    line: PLAN_LINE,
    prepare: (args) => {
      const options = parsePlanArguments(args);
      return async (context) => plan(options, context, load);
    },
  };
}

export const planCommand = planBy(loadEngine);

async function plan(options: PlanArguments, context: Context, load: () => Promise<Engine>): Promise<number> {
  const models = buildsOf(context.modelFile, options.build);
  const engine = await load();
  const workflows = workflowFiles(context);
  if (!options.event) {
    return runNext({ options, context, models, engine, workflows });
  }
  const { event } = options;
  const publishScript = context.read(PUBLISH_SCRIPT);
  const gathered = await gather(event, options, models, context);
  const planned = makePlan({ engine, event, models, workflows, publishScript, scripts: context.scripts, ...gathered });
  context.print(options.json ? `${JSON.stringify(planned, undefined, 2)}\n` : printPlan(planned, context.look.width));
  if (planned.verdict !== 'runs') {
    return EXIT.found;
  }
  return planned.notes.length ? EXIT.unknown : EXIT.ok;
}

function workflowFiles({ list, read }: Context): Map<string, string> {
  const paths = list(WORKFLOWS).filter((name) => /\.ya?ml$/.test(name)).map((name) => `${WORKFLOWS}/${name}`);
  return new Map(paths.flatMap((path) => {
    const text = read(path);
    return text === undefined ? [] : [[path, text] as const];
  }));
}

type Gathered = Pick<PlanInput, 'git' | 'outOfSync' | 'notes'>;

async function gather(event: PlannedEvent, { remote }: PlanArguments, models: readonly Model[], context: Context): Promise<Gathered> {
  const { git, note } = await askGit({ ...event, files: models.flatMap(filesOfRun), remote }, context);
  return { git, outOfSync: outOfSync(context.modelFile, context.scripts, context.read).map(({ path }) => path), notes: note ? [note] : [] };
}

/** What a run takes from the commit, and what its version is compared with. */
function filesOfRun(model: Model): string[] {
  const workflows = workflowsOf(model).map((one) => one.model.workflowPath);
  return [...workflows, ...publishes(model) ? [PUBLISH_SCRIPT, ...notesOf(model)] : [], ...manifestPaths(model), ...refFilesHere(model)];
}

async function askGit(question: GitQuestion, context: Context): Promise<{ readonly git: GitFacts | undefined; readonly note?: string }> {
  try {
    return { git: await gitFacts(question, context) };
  } catch (error) {
    return { git: undefined, note: `git could not be asked: ${(error as Error).message.trim().split('\n').at(-1)}` };
  }
}

interface NextInput {
  readonly options: PlanArguments;
  readonly context: Context;
  readonly models: readonly Model[];
  readonly engine: Engine;
  readonly workflows: ReadonlyMap<string, string>;
}

async function runNext({ options, context, models, engine, workflows }: NextInput): Promise<number> {
  const { git, note } = await askGit({ refType: 'tag', refName: '', files: models.flatMap(manifestPaths), remote: false }, context);
  const builds = models.map((model) => {
    const { content } = readWorkflow(engine, workflows.get(model.workflowPath) ?? '');
    const start = (tag: string) => startOf(content.on, { name: 'push', refType: 'tag', refName: tag });
    return { id: model.id, next: nextTags(tagFiltersOf(content.on), git?.tags ?? [], start, versionInCommit(model, git)) };
  });
  const result = { version: 1 as Plan['version'], builds, notes: note ? [note] : [] };
  context.print(options.json ? `${JSON.stringify(result, undefined, 2)}\n` : printNext(result, context.look.width));
  return builds.some(({ next }) => next.some(({ starts }) => starts)) ? EXIT.ok : EXIT.found;
}
