import { askAll, isOwnedByUser, orWhyNot, ownRepository } from './ask';
import type { RequirementKind } from './requirement';
import { hasAll, isOnline } from './runner-labels';
import { CannotTell, missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { runnersOf, runnerWords } from '../model/facts';
import type { RunnerModel } from '../model/model';
import { type Fields, text } from '../outside/data';

const NEEDS = 'admin access to the organization (fine-grained token: Self-hosted runners: read)';

const WHERE = 'Settings of the organization, Actions, Runner groups';

export const runnerGroups: RequirementKind = {
  id: 'runner-groups',
  title: 'Runner groups',
  guard: [],
  of: ({ model }) => {
    const runners = new Map(runnersOf(model).filter(({ runnerGroup }) => runnerGroup !== '').map((runner) => [runnerWords(runner), runner]));
    return [...runners].map(([subject, runner]) => ({ subject, lookUp: (world) => lookUp(world, runner) }));
  },
};

async function lookUp(world: World, { runsOn, runnerGroup }: RunnerModel): Promise<Verdict> {
  const repository = ownRepository(world);
  const [owner, name] = repository.split('/');
  if (await isOwnedByUser(world)) {
    return missing(`${owner} is a user, and only organizations have runner groups`, 'Leave the group out, or move the repository to an organization.');
  }
  const groups = await askAll(world.github, `/orgs/${owner}/actions/runner-groups?visible_to_repository=${name}`, 'runner_groups', NEEDS);
  const group = groups.find((one) => isCalled(one, runnerGroup));
  if (!group) {
    return missing(`no runner group of this name admits ${repository}`, `Correct the name, or admit the repository: ${WHERE}.`);
  }
  return group.restricted_to_workflows === true
    ? unknown('it admits selected workflows only', `See that this workflow is among them, at your tags: ${WHERE}.`)
    : inGroup(world, `/orgs/${owner}/actions/runner-groups/${Number(group.id)}`, runsOn);
}

/** `organization/name` is the organization's own, `enterprise/name` one that it has from its enterprise. */
function isCalled({ name, inherited }: Fields, wanted: string): boolean {
  const [bare, owner] = wanted.split('/').reverse();
  return text(name).toLowerCase() === bare.toLowerCase() && (owner === undefined || owner.startsWith('ent') === (inherited === true));
}

async function inGroup(world: World, path: string, labels: readonly string[]): Promise<Verdict> {
  const lists = await Promise.all(['runners', 'hosted-runners'].map((kind) => orWhyNot(askAll(world.github, `${path}/${kind}`, 'runners', NEEDS))));
  const fitting = lists.flatMap((each) => each instanceof CannotTell ? [] : each).filter((runner) => hasAll(runner, labels));
  const online = fitting.find(isOnline);
  if (online) {
    return ok(`${text(online.name)} is in it`);
  }
  const unclear = lists.find((each) => each instanceof CannotTell);
  return unclear
    ? unknown(unclear.reason, unclear.fix)
    : unknown(`no runner in it ${labels.length ? 'with all labels ' : ''}is online now`, 'Start one, unless a scale set makes it when a job waits: a job waits for 24 hours, then it fails.');
}
