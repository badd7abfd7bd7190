import { parsePlanArguments, PLAN_LINE, type PlanArguments } from './arguments';
import { loadEngine } from './load-engine';
import { nextTags } from './next-versions';
import type { Plan } from './plan';
import { askGit, planOf, workflowFiles } from './plan-of';
import { type NextTags, printNext } from './print-next';
import { printPlan } from './print-plan';
import { startOf, tagFiltersOf } from './triggers';
import { manifestPaths, versionInCommit } from './version-objections';
import type { Engine } from '../../github/workflow-engine';
import { readWorkflow } from '../../github/workflow-reader';
import { buildsOf } from '../builds';
import type { Command, Context } from '../command';
import { EXIT } from '../exit-codes';
import { jsonText } from '../json';

/** What `--json` prints: of a tag, and without one. */
export type PlanOutput = Plan | NextTags;

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
  if (!options.event) {
    return runNext(options, context, await load());
  }
  const planned = await planOf(options.event, context, options, load);
  context.print(options.json ? jsonText(planned) : printPlan(planned, context.look.width));
  if (planned.verdict !== 'runs') {
    return EXIT.found;
  }
  return planned.notes.length ? EXIT.unknown : EXIT.ok;
}

async function runNext(options: PlanArguments, context: Context, engine: Engine): Promise<number> {
  const models = buildsOf(context.modelFile, options.build);
  const workflows = workflowFiles(context);
  const { git, note } = await askGit({ refType: 'tag', refName: '', files: models.flatMap(manifestPaths), remote: false }, context);
  const builds = models.map((model) => {
    const { content } = readWorkflow(engine, workflows.get(model.workflowPath) ?? '');
    const start = (tag: string) => startOf(content.on, { name: 'push', refType: 'tag', refName: tag });
    return { id: model.id, next: nextTags(tagFiltersOf(content.on), git?.tags ?? [], start, versionInCommit(model, git)) };
  });
  const result = { version: 1 as Plan['version'], builds, notes: note ? [note] : [] };
  context.print(options.json ? jsonText(result) : printNext(result, context.look.width));
  return builds.some(({ next }) => next.some(({ starts }) => starts)) ? EXIT.ok : EXIT.found;
}
