import { type Found, objectionsTo } from './against';
import type { ReleaseArguments } from './arguments';
import type { Chosen } from './choose';
import { type Clone, cloneOf } from './clone';
import { disabledWorkflows } from './disabled-workflows';
import type { Edges } from './edges';
import { publicUnder } from './public-releases';
import { pushCredentials } from './push-credentials';
import { raiseVersions } from './raise-versions';
import { type Step, stepsFor } from './steps';
import { repositoryOfRemote } from '../../github/remotes';
import type { Model } from '../../model/model';
import { fileIn } from '../../outside/checkout';
import { bytesIfThere } from '../../outside/files';
import type { Where } from '../../outside/program';
import type { Context } from '../command';
import { addressesIn } from '../doctor/addresses';
import { findCredentials } from '../doctor/credentials';
import { lookUp } from '../doctor/look-up';
import type { Objection } from '../plan/plan';
import { startsByTag } from '../plan/plan-input';
import { planOf } from '../plan/plan-of';
import { openRuns, type Session } from '../runs/session';

/** Seconds for all that the doctor looks up. */
const PATIENCE = 60;

/** The repository, here and on GitHub, and whoever asks and pushes. */
export interface Place {
  readonly clone: Clone;
  readonly session: Session;
  /** The context of the command, with the repository that is pushed to. */
  readonly context: Context;
  /** What git is given besides to reach the remote. */
  readonly pushEnv: Where['env'];
}

/** All that is known before anything is done. */
export interface Round {
  readonly found: Found;
  readonly version: string;
  /** What is to be said of the choice, sentences. */
  readonly warnings: readonly string[];
  /** The builds that the tag starts. */
  readonly models: readonly Model[];
  readonly steps: readonly Step[];
  readonly objections: readonly Objection[];
}

/** @throws Error, in words, where git or GitHub cannot be asked at all */
export async function placeOf(context: Context): Promise<Place> {
  const { env, root } = context;
  const { serverUrl } = addressesIn(env);
  const { token } = await findCredentials(context);
  const pushEnv = pushCredentials(token, serverUrl, env);
  const clone = await cloneOf({ root, env }, { root, env: { ...env, ...pushEnv } });
  const repository = env.GITHUB_REPOSITORY || repositoryOfRemote(clone.address, new URL(serverUrl).hostname);
  if (!repository) {
    throw new Error(`remote '${clone.remote}', which "git push" goes to, is no repository on GitHub. Set GITHUB_REPOSITORY=owner/name where it leads to one all the same.`);
  }
  const own = { ...context, env: { ...env, GITHUB_REPOSITORY: repository } };
  return { clone, session: await openRuns(own), context: own, pushEnv };
}

/** Looks at everything that may speak against the tag. */
export async function lookRound(args: ReleaseArguments, choice: Chosen, place: Place, { engine }: Pick<Edges, 'engine'>): Promise<Round> {
  const { clone, session, context } = place;
  const { tag, version = tag, warnings } = choice;
  const event = { name: 'push', refType: 'tag', refName: tag } as const;
  const [plan, { findings }] = await Promise.all([
    planOf(event, context, { build: args.build, remote: false, ...args.moveTag && { commit: clone.head } }, engine),
    lookUp(context, { timeout: PATIENCE, now: new Date() }),
  ]);
  const models = context.modelFile.builds.map(({ model }) => model).filter((model) => startsByTag(plan.builds, model));
  // whoever may not see runs could not follow one
  const visible = models.map(async ({ workflowPath }) => session.runs.list(workflowPath, { ref: tag }));
  const [disabled, ...runs] = await Promise.all([disabledWorkflows(models, session), ...visible]);
  const seen = new Set<string>();
  const read = (path: string) => bytesIfThere(fileIn(context.root, path));
  const raised = raiseVersions(models, version, (path) => seen.add(path) && read(path), clone.tracked.map(({ path }) => path));
  const moved = args.moveTag ? clone.remoteTags.get(tag) : undefined;
  const found: Found = {
    clone,
    tag,
    unwatched: clone.tracked.filter(({ path, mark }) => mark && seen.has(path)),
    problems: raised.problems,
    commits: raised.files.length > 0,
    plan,
    findings: findings.filter(({ build }) => build === '' || models.some(({ id }) => id === build)),
    disabled,
    moves: args.moveTag,
    published: args.moveTag ? await publicUnder(tag, version, models, session) : [],
    goingOn: runs.flat().filter(({ status }) => status !== 'done').map(({ url }) => url),
  };
  const here = clone.tags.get(tag);
  const steps = stepsFor({
    tag,
    version,
    message: args.message,
    files: raised.files,
    remote: clone.remote,
    destination: clone.destination,
    isTagged: here !== undefined && here.commit === clone.head && !raised.files.length,
    replaces: { here: moved && here ? here.object : '', there: moved?.object ?? '' },
  });
  return { found, version, warnings, models, steps, objections: objectionsTo(found) };
}
