import type { ReleaseArguments } from './arguments';
import { carryOut } from './carry-out';
import { choose } from './choose';
import { type Edges, EDGES } from './edges';
import { followRuns } from './follow-runs';
import { lookRound, placeOf, type Round } from './look-round';
import { emptyReport, OUTCOMES, type Outcome, type Report } from './outcome';
import { lookText, objectionsText, stepSentences, stepsText } from './print';
import { resume } from './resume';
import { Talk } from './talk';
import { mayAskBack } from '../../outside/may-ask-back';
import { InputEnded, Interrupted } from '../../outside/terminal';
import type { Context } from '../command';
import { jsonText } from '../json';
import type { Objection } from '../plan/plan';
import { Interruption } from '../rehearse/interruption';

/** From a commit to a public release. Looks, says what it will do, asks, and only then does it. */
export async function release(args: ReleaseArguments, context: Context, edges: Edges = EDGES): Promise<number> {
  const interruption = new Interruption(edges.signals);
  const talk = new Talk(context, args.json, interruption.signal);
  const report = emptyReport();
  try {
    report.outcome = await outcomeOf(args, context, { ...edges, patience: { ...edges.patience, signal: interruption.signal } }, talk, report);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    talk.say('\nInterrupted. Nothing was changed.\n');
    report.outcome = 'interrupted';
  } finally {
    await interruption.close();
  }
  if (args.json) context.print(jsonText(report));
  return OUTCOMES[report.outcome];
}

async function outcomeOf(args: ReleaseArguments, context: Context, edges: Edges, talk: Talk, report: Report): Promise<Outcome> {
  const place = await (await mayAskBack(context) ? talk.unlessInterrupted(placeOf(context)) : talk.wait('asking git and the remote', placeOf(context)));
  report.repository = place.session.repository;
  if (args.resume && !args.moveTag) {
    return resume(args, place, edges, talk, report);
  }
  const choice = await talk.wait('looking for the tag', choose(args, place.clone, place.context, edges));
  if (choice.kind === 'refused') {
    return against(choice.problems.map(refusedChoice), talk, report);
  }
  const round = await talk.wait('looking at the plan, the secrets and the settings', lookRound(args, choice, place, edges));
  note(report, round);
  talk.say(lookText(round, place));
  if (round.objections.length) {
    return against(round.objections, talk, report);
  }
  talk.say(stepsText(round, place, args.dryRun));
  if (!args.dryRun && !args.yes && !await isWanted(round, edges, talk)) {
    talk.say('Nothing was changed.\n');
    return 'declined';
  }
  const done = await carryOut({ args, round, place, edges, talk, report });
  return done ?? followRuns({ tag: round.found.tag, commit: report.commit, models: round.models, place, edges, talk, report });
}

function against(objections: readonly Objection[], talk: Talk, report: Report): Outcome {
  report.objections = objections;
  talk.say(`${objectionsText(objections)}Nothing was changed.\n`);
  return 'objections';
}

function refusedChoice(message: string): Objection {
  return { id: 'no-such-tag', message, cure: '', prevents: true };
}

function note(report: Report, { found, version, models, steps }: Round): void {
  Object.assign(report, {
    tag: found.tag, release: version, builds: models.map(({ id }) => id), steps: stepSentences(steps), findings: found.findings,
  } satisfies Partial<Report>);
}

/** @throws Interrupted, or Error where there is nobody to ask */
async function isWanted({ found }: Round, edges: Edges, talk: Talk): Promise<boolean> {
  const terminal = talk.isSilent ? undefined : edges.terminal();
  if (!terminal) {
    throw new Error('there is nobody to ask. Nothing was changed. With --yes it is done without a question.');
  }
  try {
    return /^y(?:es)?$/i.test(await talk.unlessInterrupted(terminal.ask(`${found.moves ? 'Move' : 'Release'} ${found.tag}? [no] `)));
  } catch (error) {
    throw error instanceof InputEnded ? new Error('\nstandard input ended before the question was answered. Nothing was changed. With --yes it is done without a question.') : error;
  } finally {
    terminal.close();
  }
}
