import { objectionsOfPlan } from './against';
import type { ReleaseArguments } from './arguments';
import type { Edges } from './edges';
import { Hand, Refused } from './hand';
import { Journal } from './journal';
import type { Place, Round } from './look-round';
import type { Outcome, Report } from './outcome';
import { backText, comeBackText, doneText, doubtText, objectionsText, pushingText, refusedText, triedText } from './print';
import { refusalOf, wordsOf } from './refusals';
import type { PushStep } from './steps';
import type { Talk } from './talk';
import { Interrupted } from '../../outside/terminal';
import { planOf } from '../plan/plan-of';

export interface Carried {
  readonly args: ReleaseArguments;
  readonly round: Round;
  readonly place: Place;
  readonly edges: Edges;
  readonly talk: Talk;
  readonly report: Report;
}

/**
 * Does what was announced. Whatever keeps it from reaching the remote, all that it has made here is taken back.
 *
 * @returns what came of it; undefined where the tag is pushed
 */
export async function carryOut(carried: Carried): Promise<Outcome | undefined> {
  const { talk } = carried;
  const journal = new Journal();
  try {
    return await done(carried, journal);
  } catch (thrown) {
    const error = thrown as Error;
    await takeBack(carried, journal);
    if (!(error instanceof Refused) && !talk.isInterrupted) {
      talk.say(backText(carried.report.left, false));
      throw error;
    }
    return ended(carried, talk.isInterrupted ? 'interrupted' : refused(carried, error.message));
  }
}

async function done(carried: Carried, journal: Journal): Promise<Outcome | undefined> {
  const { round: { found: { tag }, steps }, place: { clone, context }, talk, report } = carried;
  const hand = new Hand(context, clone.branch, journal);
  let object = clone.tags.get(tag)?.object ?? '';
  report.commit = clone.head;
  for (const step of steps) {
    if (talk.isInterrupted) throw new Interrupted();
    switch (step.kind) {
      case 'commit':
        report.commit = await hand.commit(step);
        break;
      case 'tag':
        object = await hand.tag(step, report.commit);
        break;
      case 'push':
        return await lateObjection(carried, journal) ?? pushed(carried, journal, step, hand, object);
    }
    talk.say(doneText(step, report.commit));
  }
  return undefined;
}

/** Of the commit that was made the plan is made once more: a hook may have changed it, and its message is its own. */
async function lateObjection(carried: Carried, journal: Journal): Promise<Outcome | undefined> {
  const { args, round: { found }, place: { context }, edges, talk, report } = carried;
  if (!found.commits) {
    return undefined;
  }
  const plan = await planOf({ name: 'push', refType: 'tag', refName: found.tag }, context, { build: args.build, remote: false }, edges.engine);
  const objections = objectionsOfPlan(plan, false);
  if (!objections.length) {
    return undefined;
  }
  report.objections = objections;
  talk.say(objectionsText(objections));
  await takeBack(carried, journal);
  return ended(carried, 'objections');
}

async function pushed(carried: Carried, journal: Journal, step: PushStep, hand: Hand, object: string): Promise<Outcome | undefined> {
  const { args: { dryRun }, place: { pushEnv }, talk, report } = carried;
  if (talk.isInterrupted) throw new Interrupted();
  talk.say(pushingText(step, dryRun));
  const { outcome, words } = await hand.push(step, report.commit, object, { env: pushEnv, dryRun });
  if (outcome === 'pushed' && !dryRun) {
    journal.close();
    report.pushed = true;
    talk.say(doneText(step, report.commit));
    if (!talk.isInterrupted) return undefined;
    talk.say(comeBackText(step.tag));
    return 'interrupted';
  }
  await takeBack(carried, journal);
  if (outcome === 'pushed') {
    talk.say(triedText());
    return ended(carried, 'tried');
  }
  if (outcome === 'refused') {
    return ended(carried, talk.isInterrupted ? 'interrupted' : refused(carried, words));
  }
  report.inDoubt = true;
  if (!talk.isInterrupted) refused(carried, words);
  talk.say(doubtText(step, object, outcome === 'pending', report.left, talk.isInterrupted));
  return talk.isInterrupted ? 'interrupted' : 'unknown';
}

async function takeBack({ report }: Carried, journal: Journal): Promise<void> {
  report.left = await journal.takeBack();
  report.commit = '';
}

/** Says what is left of it. */
function ended({ talk, report }: Carried, outcome: Outcome): Outcome {
  talk.say(backText(report.left, talk.isInterrupted));
  return talk.isInterrupted ? 'interrupted' : outcome;
}

/** What git said, without what must not be seen, and what to do about it. */
function refused({ round, place: { clone, session }, talk, report }: Carried, said: string): Outcome {
  const words = wordsOf(said).map(session.clean);
  const branch = clone.destination.replace('refs/heads/', '');
  report.refusal = { ...refusalOf(said, { tag: round.found.tag, version: round.version, branch, remote: clone.remote }), words };
  talk.say(refusedText(report.refusal, words, report.inDoubt));
  return 'refused';
}
