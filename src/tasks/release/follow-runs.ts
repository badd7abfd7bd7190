import type { Following } from './following';
import { whyNotStarted } from './not-started';
import type { Outcome, Report } from './outcome';
import { comeBackText, endedText, goOnText, lostText, notStartedText, runText } from './print';
import { isAsDeclared, publishedText } from './print-published';
import { versionOf } from '../../github/tag-versions';
import type { Model } from '../../model/model';
import { findRun } from '../runs/find-run';
import { follow } from '../runs/follow';
import { type Published, published } from '../runs/published';
import type { Run } from '../runs/run';
import { loadWhy } from '../why/load-why';

/** The worst first. */
const BY_WEIGHT: readonly Outcome[] = ['interrupted', 'unknown', 'not-started', 'failed', 'differs', 'released'];

/** Follows the run of each build that the tag starts, one after another. */
export async function followRuns(following: Following, each = followNew): Promise<Outcome> {
  const { models, talk, tag } = following;
  const outcomes: Outcome[] = [];
  for (const model of models) {
    outcomes.push(await seen(following, each(following, model)));
    if (talk.isInterrupted) break;
  }
  if (talk.isInterrupted) {
    talk.say(comeBackText(tag));
    return 'interrupted';
  }
  return BY_WEIGHT.find((outcome) => outcomes.includes(outcome)) ?? 'unknown';
}

/** Whatever cannot be seen any more: the tag is pushed, and its run goes on. */
async function seen({ talk, tag }: Following, outcome: Promise<Outcome>): Promise<Outcome> {
  return outcome.catch((error: Error) => {
    if (!talk.isInterrupted) talk.say(lostText(error.message, tag));
    return 'unknown';
  });
}

async function followNew(following: Following, model: Model): Promise<Outcome> {
  const { tag, commit, place: { session }, edges, talk } = following;
  const run = await talk.wait(`waiting for the run of ${model.title}`, findRun(session.runs, model.workflowPath, { ref: tag, commit, event: 'push' }, edges.patience));
  return run ? followed(following, model, run) : notStarted(following, model);
}

export async function notStarted(following: Following, model: Model): Promise<Outcome> {
  const { tag, place: { session }, talk } = following;
  talk.say(notStartedText(await whyNotStarted(following, model), { tag, model, repository: session.repository }));
  return 'not-started';
}

/** Follows a run to its end, and says what came of it. */
export async function followed(following: Following, model: Model, begun: Run): Promise<Outcome> {
  const { tag, place: { session, context }, edges, talk, report } = following;
  talk.say(runText(model, begun));
  const { run, jobs } = await follow(session.runs, begun, talk.live(), edges.patience);
  if (run.conclusion === 'success') {
    talk.say(endedText(model));
    return verified(following, model, run);
  }
  note(report, model, run);
  const { diagnose, diagnosisText } = loadWhy();
  const diagnoses = await talk.wait('looking for the cause', diagnose(run, jobs, session.runs, { models: [model], scripts: context.scripts }));
  talk.say(`\n${diagnosisText(diagnoses, talk.look)}\n${goOnText(diagnoses, { tag, run })}`);
  return 'failed';
}

/** Compares what is published with what the run says that it has built. */
async function verified({ tag, place: { session }, talk, report }: Following, model: Model, run: Run): Promise<Outcome> {
  const found = await talk.wait('looking at what is published', published(session, model, { tag, version: versionOf(tag) ?? tag, run: run.id }));
  note(report, model, run, found);
  talk.say(publishedText(found, model));
  return isAsDeclared(found, model) ? 'released' : 'differs';
}

/** For the JSON. */
export function note(report: Report, model: Model, { id, url, attempt, conclusion }: Run, found?: Published): void {
  report.runs = [...report.runs, { build: model.id, id, url, attempt, conclusion, ...found && { published: found } }];
}
