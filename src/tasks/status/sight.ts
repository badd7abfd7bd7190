import { type KnownTag, refsThere, type RemoteRefs, sortedTags, tagsHere } from './tags';
import type { Engine } from '../../github/workflow-engine';
import { readWorkflow, type Value } from '../../github/workflow-reader';
import type { Model } from '../../model/model';
import { outputIfAny } from '../../outside/program';
import { CannotTell } from '../../requirements/verdict';
import type { World } from '../../requirements/world';
import type { Context } from '../command';
import type { GitFacts } from '../plan/git-facts';
import { askGit } from '../plan/plan-of';
import { startOf } from '../plan/triggers';
import { manifestPaths } from '../plan/version-objections';
import type { GitHubRuns } from '../runs/github-runs';
import type { Run } from '../runs/run';

/** What is asked of git and of the remote, once for all builds. */
export interface Clone {
  /** @throws Error where this is no clone */
  readonly git: Promise<GitFacts>;
  /** The name of the remote; undefined where there is none. */
  readonly remote: Promise<string | undefined>;
  /** @throws CannotTell where the remote does not answer */
  readonly there: Promise<RemoteRefs>;
  /** Of here, and of the remote where that answers; the newest first. */
  readonly tags: Promise<KnownTag[]>;
}

/** Where the parts look; whatever is here has begun already. */
export interface Sight extends Clone {
  readonly context: Context;
  /** The builds that are told of. */
  readonly models: readonly Model[];
  readonly now: Date;
  /** For all of it. */
  readonly seconds: number;
  readonly world: World;
  /** @throws CannotTell where the repository is not known */
  readonly runs: () => GitHubRuns;
  readonly engine: Engine;
}

/** The same for one build. */
export interface BuildSight extends Sight {
  readonly model: Model;
  /** Whether a tag starts it. */
  readonly starts: (tag: string) => boolean;
  /** Those that start it, the newest first. */
  readonly ownTags: Promise<KnownTag[]>;
  /** What tags have started, the newest first. */
  readonly ownRuns: Promise<Run[]>;
}

/** Seconds; git on a broken disk would wait forever. */
const PATIENCE = 5;

export function cloneOf(context: Context, models: readonly Model[], world: World, seconds: number): Clone {
  const remote = remoteOf(context);
  const there = remote.then(async (name) => {
    if (name === undefined) throw new CannotTell('there is no remote', 'Add it: git remote add origin ADDRESS');
    return refsThere(name, world, context, seconds);
  });
  return quiet({
    remote,
    there,
    git: gitOf(context, models),
    tags: Promise.all([tagsHere(context), there.catch(() => undefined)]).then(([here, refs]) => sortedTags(here, refs)),
  });
}

/** The triggers of the build's workflow, as of the file that lies here, or as declared where none does. */
export function triggersHere({ engine, context }: Pick<Sight, 'engine' | 'context'>, { workflowPath, tags }: Model): Value {
  return readWorkflow(engine, context.read(workflowPath) ?? '').content.on ?? { push: { tags } };
}

export function isStarted(on: Value, tag: string): boolean {
  return startOf(on, { name: 'push', refType: 'tag', refName: tag }).starts;
}

export function buildSight(sight: Sight, model: Model): BuildSight {
  const on = triggersHere(sight, model);
  const starts = (tag: string) => isStarted(on, tag);
  const ownTags = sight.tags.then((tags) => tags.filter(({ name }) => starts(name)));
  const ownRuns = (async () => {
    const [all, tags] = await Promise.all([sight.runs().list(model.workflowPath, {}), ownTags.catch((): KnownTag[] => [])]);
    // a branch may be named as a tag would be
    return all.filter(({ event, ref }) => event === 'push' ? starts(ref) : tags.some(({ name }) => name === ref));
  })();
  return { ...sight, model, starts, ...quiet({ ownTags, ownRuns }) };
}

/** The newest of the build's tags that the remote has; where that is not known, of all. */
export async function pushedTag({ ownTags, there }: BuildSight): Promise<KnownTag | undefined> {
  const [tags, refs] = await Promise.all([ownTags, there.catch(() => undefined)]);
  return tags.find((tag) => refs === undefined || tag.there);
}

async function remoteOf({ root, env }: Context): Promise<string | undefined> {
  const remotes = (await outputIfAny('git', ['remote'], { root, env }, PATIENCE) ?? '').split('\n').filter(Boolean);
  return remotes.includes('origin') ? 'origin' : remotes[0];
}

async function gitOf(context: Context, models: readonly Model[]): Promise<GitFacts> {
  const { git, note } = await askGit({ refType: 'tag', refName: '', files: models.flatMap(manifestPaths), remote: false }, context);
  if (!git) throw new CannotTell(note!, '');
  return git;
}

/** Each part says itself what it did not get. */
function quiet<T extends object>(promises: T): T {
  Object.values(promises).forEach((one: unknown) => one instanceof Promise && one.catch(() => undefined));
  return promises;
}
