import type { Following } from './following';
import { whyNotStarted } from './not-started';
import type { Outcome } from './outcome';
import { comeBackText, endedText, goOnText, lostText, notStartedText, runText } from './print';
import type { Model } from '../../model/model';
import { findRun } from '../runs/find-run';
import { follow } from '../runs/follow';
import type { Run } from '../runs/run';
import { diagnose } from '../why/diagnose';
import { diagnosisText } from '../why/report';

/** The worst first. */
const BY_WEIGHT: readonly Outcome[] = ['interrupted', 'unknown', 'not-started', 'failed', 'released'];

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
    if (!talk.isInterrupted) talk.say(lostText(error.message, tag, talk.width));
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
  talk.say(notStartedText(await whyNotStarted(following, model), { tag, model, repository: session.repository }, talk.width));
  return 'not-started';
}

/** Follows a run to its end, and says what came of it. */
export async function followed(following: Following, model: Model, begun: Run): Promise<Outcome> {
  const { tag, place: { session }, edges, talk, report } = following;
  talk.say(runText(model, begun));
  const { run, jobs } = await follow(session.runs, begun, talk.live(), edges.patience);
  report.runs = [...report.runs, { build: model.id, id: run.id, url: run.url, attempt: run.attempt, conclusion: run.conclusion }];
  if (run.conclusion === 'success') {
    talk.say(endedText(model));
    return 'released';
  }
  const diagnoses = await talk.wait('looking for the cause', diagnose(run, jobs, session.runs, { models: [model] }));
  talk.say(`\n${diagnosisText(diagnoses, talk)}\n${goOnText(diagnoses, { tag, run }, talk.width)}`);
  return 'failed';
}
