import { setTimeout as pause } from 'node:timers/promises';
import { releaseCommand } from './again';
import type { ReleaseArguments } from './arguments';
import type { Edges } from './edges';
import { followed, followRuns, note, notStarted } from './follow-runs';
import type { Following } from './following';
import type { Place } from './look-round';
import type { Outcome, Report } from './outcome';
import { goOnText, rerunText } from './print';
import type { Talk } from './talk';
import { decideTag } from '../../github/tag-filters';
import { versionOf } from '../../github/tag-versions';
import type { Model } from '../../model/model';
import type { Ref } from '../../outside/git-refs';
import { distinct } from '../../text/words';
import { buildsOf } from '../builds';
import { UsageError } from '../command-line';
import { findRun } from '../runs/find-run';
import type { Patience } from '../runs/patience';
import type { Run, Runs } from '../runs/run';
import { loadWhy } from '../why/load-why';

/** How often to look for a run that must have begun some time ago. */
const LOOKS = 3;

/** Goes on with a tag that was pushed: follows its runs, and has run again what can succeed so. */
export async function resume(args: ReleaseArguments, place: Place, edges: Edges, talk: Talk, report: Report): Promise<Outcome> {
  const builds = buildsOf(place.context.modelFile, args.build);
  const tag = args.word?.replace(/^refs\/tags\//, '') ?? tagOfHead(place, builds);
  const { commit } = onRemote(tag, place);
  const models = builds.filter((model) => startedBy(model, tag));
  if (!models.length) {
    throw new UsageError(`tag ${tag} starts none of the builds: ${builds.map(({ id }) => id).join(', ')}`);
  }
  Object.assign(report, { tag, release: versionOf(tag) ?? '', commit, pushed: true, builds: models.map(({ id }) => id) } satisfies Partial<Report>);
  return followRuns({ tag, commit, models, place, edges, talk, report }, goOn);
}

function startedBy({ tags }: Model, tag: string): boolean {
  return decideTag(tags, tag).matches;
}

/** @throws UsageError where that is not one */
function tagOfHead({ clone }: Place, builds: readonly Model[]): string {
  const atHead = [...clone.tags, ...clone.remoteTags].filter(([, { commit }]) => commit === clone.head).map(([name]) => name);
  const tags = distinct(atHead).filter((tag) => builds.some((model) => startedBy(model, tag)));
  if (tags.length !== 1) {
    throw new UsageError(tags.length ? `HEAD has the tags ${tags.join(', ')}: name the one to go on with` : 'HEAD has no tag that starts a build: name the one to go on with, --resume TAG');
  }
  return tags[0];
}

/** @throws Error where the remote does not have it */
function onRemote(tag: string, { clone }: Place): Ref {
  const found = clone.remoteTags.get(tag);
  if (!found) {
    throw new Error(clone.tags.has(tag) ? `tag ${tag} is here and was not pushed to ${clone.remote}: "${releaseCommand(tag)}" pushes it` : `${clone.remote} has no tag ${tag}`);
  }
  return found;
}

async function goOn(following: Following, model: Model): Promise<Outcome> {
  const { tag, commit, place: { session: { runs }, context }, edges: { patience }, talk, report } = following;
  const run = await talk.wait(`looking for the run of ${model.title}`, findRun(runs, model.workflowPath, { ref: tag, commit }, { ...patience, attempts: LOOKS }));
  if (!run) {
    return notStarted(following, model);
  }
  if (run.status !== 'done' || run.conclusion === 'success') {
    return followed(following, model, run);
  }
  const { diagnose, diagnosisText } = loadWhy();
  const diagnoses = await talk.wait('looking for the cause', runs.jobs(run).then(async (jobs) => diagnose(run, jobs, runs, { models: [model], scripts: context.scripts })));
  const then = diagnoses.flatMap(({ findings }) => findings).map((finding) => finding.then);
  talk.say(diagnosisText(diagnoses, talk.look));
  if (then.includes('new-tag')) {
    talk.say(`\n${goOnText(diagnoses, { tag, run })}`);
    note(report, model, run);
    return 'failed';
  }
  const which = then.includes('settings-then-rerun-all') ? 'all' : 'failed';
  await runs.rerun(run, which);
  talk.say(`\n${rerunText(model, which)}`);
  return followed(following, model, await talk.wait('waiting for it to begin', nextAttempt(runs, run, patience)));
}

/** GitHub shows it some seconds later. @throws Error where it does not */
async function nextAttempt(runs: Runs, { id, attempt }: Run, { attempts, between, signal }: Patience): Promise<Run> {
  for (let look = 0; look < attempts; look++) {
    const run = await runs.read(id);
    if (run.attempt > attempt) return run;
    await pause(between, undefined, { signal });
  }
  throw new Error(`GitHub took the order to run ${id} again, and does not show it yet`);
}
