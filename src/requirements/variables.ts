import { askAll, isOwnedByUser, orWhyNot, ownRepository } from './ask';
import type { RequirementKind } from './requirement';
import { CannotTell, missing, ok, type Verdict } from './verdict';
import type { World } from './world';
import { kindOf } from '../credentials/credential-kinds';
import { readBy } from '../model/jobs';
import { writingTargetsOf } from '../model/publish';
import { text } from '../outside/data';
import { shownShellWord } from '../text/shell';

const NEEDS = 'read access to the variables (fine-grained token: Variables: read; classic: scope repo)';

/** The client id of a GitHub App is no secret, and may be a variable. */
export const variables: RequirementKind = {
  id: 'variables',
  title: 'Variables',
  guard: ['a-client-id-is-not-set'],
  of: ({ model }) => {
    const needed = [...readBy(model), ...writingTargetsOf(model)].flatMap(({ credential }) => kindOf(credential).variables?.(credential) ?? []);
    const byName = new Map(needed.map(({ name, what }) => [name, what]));
    return [...byName].map(([name, what]) => ({ subject: name, lookUp: (world) => lookUp(world, name, what) }));
  },
};

async function lookUp(world: World, name: string, what: string): Promise<Verdict> {
  const repository = ownRepository(world);
  const lists = await Promise.all([
    orWhyNot(namesAt(world, `/repos/${repository}/actions/variables`)),
    orWhyNot(sharedNames(world, `/repos/${repository}/actions/organization-variables`)),
  ]);
  if (lists.some((list) => !(list instanceof CannotTell) && list.includes(name.toUpperCase()))) {
    return ok('set');
  }
  const unclear = lists.find((list) => list instanceof CannotTell);
  if (unclear) {
    throw unclear;
  }
  return missing(`not set. What for: the ${what}`, `Set it: gh variable set ${shownShellWord(name)} --repo ${shownShellWord(repository)}.`);
}

async function namesAt(world: World, path: string): Promise<string[]> {
  return (await askAll(world.github, path, 'variables', NEEDS)).map(({ name }) => text(name).toUpperCase());
}

async function sharedNames(world: World, path: string): Promise<string[]> {
  return await isOwnedByUser(world) ? [] : namesAt(world, path);
}
