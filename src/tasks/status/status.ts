import type { StatusArguments } from './arguments';
import type { Status } from './found';
import { type Line, line, part, type Part } from './line';
import { filesLines, pinsLines, pushedLines } from './parts/clone';
import { nextLines } from './parts/next';
import { publicParts } from './parts/public';
import { furtherLines, runLines } from './parts/run';
import { tagLines } from './parts/tag';
import { tokenParts } from './parts/token';
import { exitCodeOf, outputOf, statusText } from './report';
import { type BuildSight, buildSight, cloneOf, type Sight } from './sight';
import type { Engine } from '../../github/workflow-engine';
import { workflowsOf } from '../../model/workflows';
import { Deadline } from '../../outside/deadline';
import { GitHubClient } from '../../outside/github-client';
import { mayAskBack } from '../../outside/may-ask-back';
import { ownRepository } from '../../requirements/ask';
import { CannotTell } from '../../requirements/verdict';
import { count } from '../../text/words';
import { buildsOf } from '../builds';
import type { Context } from '../command';
import { lookOut } from '../doctor/look-up';
import { jsonText } from '../json';
import { NO_PROGRESS } from '../progress';
import { GitHubRuns } from '../runs/github-runs';

/** Exit codes as `exitCodeOf` says. */
export async function status(options: StatusArguments, context: Context, now: Date, load: () => Promise<Engine>): Promise<number> {
  const found = await statusOf(options, await mayAskBack(context) ? { ...context, progress: NO_PROGRESS } : context, now, load);
  // with addresses that are wider than the terminal, which stay whole
  context.print(options.json ? jsonText(outputOf(found)) : statusText(found, context.look.width));
  return exitCodeOf(found);
}

/** All of it is looked up at once, and ends with one deadline. */
async function statusOf({ build, timeout }: StatusArguments, context: Context, now: Date, load: () => Promise<Engine>): Promise<Status> {
  const models = buildsOf(context.modelFile, build);
  const deadline = new Deadline(timeout);
  const [engine, { preface, world, client, clean }] = await Promise.all([load(), lookOut(context, now, deadline)]);
  const github = new GitHubClient(client);
  const sight: Sight = {
    ...cloneOf(context, models, world, timeout),
    context,
    models,
    now,
    seconds: timeout,
    world,
    runs: () => new GitHubRuns(github, ownRepository(world)),
    engine,
  };
  const late = `no answer within ${count(timeout, 'second', 'seconds')}`;
  const ask = (parts: readonly Part[]) => parts.map(async (one) => deadline.or(told(one), [unknownLine(one, late)]));
  const clone = ask(cloneParts(sight));
  const builds = models.map((model) => ({ model, asked: ask(buildParts(buildSight(sight, model))) }));
  await context.progress.all('looking up', [clone, ...builds.map(({ asked }) => asked)].flat());
  const answered = async (asked: readonly Promise<readonly Line[]>[]) => (await Promise.all(asked)).flat().map((one) => cleaned(one, clean));
  return {
    ...preface,
    builds: await Promise.all(builds.map(async ({ model: { id, title, workflowPath: workflow }, asked }) =>
      ({ id, title, workflow, lines: await answered(asked) }))),
    clone: await answered(clone),
  };
}

/** In the order in which they stand on the screen. */
function buildParts(sight: BuildSight): Part[] {
  const further = workflowsOf(sight.model).flatMap(({ kind, model }) => kind === 'tag' ? [] : [part(kind, () => furtherLines(sight, kind, model.workflowPath))]);
  return [
    part('tag', () => tagLines(sight)),
    part('run', () => runLines(sight)),
    ...publicParts(sight),
    ...further,
    ...tokenParts(sight),
    part('next', () => nextLines(sight)),
  ];
}

function cloneParts(sight: Sight): Part[] {
  return [
    part('files', () => filesLines(sight)),
    part('pushed', () => pushedLines(sight)),
    part('pins', () => pinsLines(sight)),
  ];
}

/** One that breaks must not keep the others from being told. */
async function told(one: Part): Promise<readonly Line[]> {
  try {
    return await one.tell();
  } catch (error) {
    return [unknownLine(one, error instanceof CannotTell ? error.reason : (error as Error).message)];
  }
}

function unknownLine({ name, subject }: Part, why: string): Line {
  return line(name, 'unknown', why, {}, { subject });
}

/** Nothing that others have written comes further as it is. */
function cleaned({ part: name, sign, subject, text, url, facts }: Line, clean: (text: string) => string): Line {
  const value = (one: Line['facts'][string]) => typeof one === 'string' ? clean(one) : Array.isArray(one) ? one.map(clean) : one;
  return {
    part: name,
    sign,
    subject: clean(subject),
    text: clean(text),
    url: clean(url),
    facts: Object.fromEntries(Object.entries(facts).map(([key, one]) => [key, value(one)])),
  };
}
