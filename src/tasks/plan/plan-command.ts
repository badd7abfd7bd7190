import { parsePlanArguments, PLAN_LINE, type PlanArguments } from './arguments';
import { gatherTags } from './gather-tags';
import { loadEngine } from './load-engine';
import type { Plan } from './plan';
import { planOf } from './plan-of';
import { type NextTags, printNext } from './print-next';
import { printPlan } from './print-plan';
import { nextOf, wantedBuilds } from './tag-facts';
import type { Engine } from '../../github/workflow-engine';
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
    return runNext(options, context, load);
  }
  const planned = await planOf(options.event, context, options, load);
  context.print(options.json ? jsonText(planned) : printPlan(planned, context.look.width));
  if (planned.verdict !== 'runs') {
    return EXIT.found;
  }
  return planned.notes.length ? EXIT.unknown : EXIT.ok;
}

async function runNext(options: PlanArguments, context: Context, load: () => Promise<Engine>): Promise<number> {
  const { facts, unreadable, notes } = await gatherTags(context, { build: options.build, remote: false }, load);
  const builds = wantedBuilds(facts).map(({ id, ...build }) => {
    const why = unreadable.get(id);
    const next = nextOf({ id, ...build }, facts.tags).map(({ build: _, ...one }) => why === undefined ? one : { ...one, starts: false, why });
    return { id, next };
  });
  const result = { version: 1 as Plan['version'], builds, notes };
  context.print(options.json ? jsonText(result) : printNext(result, context.look.width));
  return builds.some(({ next }) => next.some(({ starts }) => starts)) && !builds.some(({ id }) => unreadable.has(id)) ? EXIT.ok : EXIT.found;
}
