import { askAll, isOwnedByUser, objects, orWhyNot, ownRepository } from './ask';
import type { RequirementKind } from './requirement';
import { CannotTell, missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { findRunner, type Runner, RUNNERS_KNOWN_ON } from '../github/runners';
import { runnersOf } from '../model/facts';
import { type Fields, text } from '../outside/data';
import { distinct } from '../text/words';

const NEEDS = 'admin access (fine-grained token: Administration: read; for the organization: Self-hosted runners: read)';

export const runnerLabels: RequirementKind = {
  id: 'runner-labels',
  title: 'Runners',
  guard: [],
  of: ({ model }) => distinct(runnersOf(model).filter(({ runnerGroup }) => runnerGroup === '').map(({ runsOn }) => runsOn.join(', '))).map((subject) => ({
    subject,
    lookUp: (world) => lookUp(world, subject.split(', ')),
  })),
};

async function lookUp(world: World, labels: readonly string[]): Promise<Verdict> {
  if (labels.some((label) => label.includes('${{'))) {
    return unknown('the label is computed during the run', 'See that each label it can become is one of a runner.');
  }
  const hosted = labels.map((label) => findRunner(label));
  if (hosted.every((runner) => runner !== undefined)) {
    return hosted.map((runner) => inCatalogue(runner, world.now)).sort(worstFirst)[0];
  }
  return registered(world, labels);
}

const ORDER = ['missing', 'unknown', 'ok'];

function worstFirst(a: Verdict, b: Verdict): number {
  return ORDER.indexOf(a.status) - ORDER.indexOf(b.status);
}

/** Where the rules stay silent for the same bytes on every day, today's date decides. */
function inCatalogue({ status, successor }: Runner, now: Date): Verdict {
  const today = now.toISOString().slice(0, 10);
  const cure = successor ? `Use '${successor}'.` : 'Use another label.';
  if (typeof status === 'string') {
    return ok({ available: 'GitHub has it', preview: 'GitHub has it as a preview', moving: 'GitHub has it; its image changes from time to time' }[status]);
  }
  if ('retired' in status) {
    return missing(`GitHub took it away on ${status.retired}`, cure);
  }
  if (today > status.ending) {
    return missing(`GitHub took it away on ${status.ending}`, cure);
  }
  return today < status.since
    ? ok(`GitHub has it until ${status.ending}; jobs may fail from ${status.since} on`)
    : unknown(`GitHub takes it away on ${status.ending}, and jobs may fail since ${status.since}`, cure);
}

/** A machine of one's own, or a larger runner, which is called as its owner likes. */
async function registered(world: World, labels: readonly string[]): Promise<Verdict> {
  const repository = ownRepository(world);
  const owner = repository.split('/')[0];
  const paths = [
    `/repos/${repository}/actions/runners`,
    ...await isOwnedByUser(world) ? [] : [`/orgs/${owner}/actions/runners`, `/orgs/${owner}/actions/hosted-runners`],
  ];
  const lists = await Promise.all(paths.map((path) => orWhyNot(askAll(world.github, path, 'runners', NEEDS))));
  const fitting = lists.flatMap((each) => each instanceof CannotTell ? [] : each).filter((runner) => hasAll(runner, labels));
  if (fitting.length) {
    return fitting.some(isOnline)
      ? ok(`${text(fitting[0].name)} has ${labels.length === 1 ? 'it' : 'them'}`)
      : unknown('a runner is registered, but none is online', 'Start it: a job waits for 24 hours, then it fails.');
  }
  const unclear = lists.find((each) => each instanceof CannotTell);
  return unclear
    ? unknown(unclear.reason, `${unclear.fix} GitHub itself had no such label in ${RUNNERS_KNOWN_ON}.`)
    : missing('no runner has the labels', 'Register one that has all of them, or correct them in the declaration.');
}

/** Whether a job could begin on it. */
export function isOnline({ status }: Fields): boolean {
  return ['online', 'Ready'].includes(text(status));
}

/** A larger runner is called by its name. */
export function hasAll(runner: Fields, labels: readonly string[]): boolean {
  const own = runner.labels === undefined ? [text(runner.name)] : objects(runner.labels).map((label) => text(label.name));
  const known = own.map((label) => label.toLowerCase());
  return labels.every((label) => known.includes(label.toLowerCase()));
}
