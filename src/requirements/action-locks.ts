import { parse } from 'yaml';
import type { RequirementKind, UsedIn } from './requirement';
import { CannotTell, missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { usedActions } from '../github/used-actions';
import { fields, isFields, texts } from '../outside/data';
import { andList } from '../text/words';

const FILE = '.github/workflows/actions.lock';
const CURE = 'Run "gh actions-lock" and commit what it changes.';

/** A lock file that leaves out a workflow keeps it from starting. */
export const actionLocks: RequirementKind = {
  id: 'action-locks',
  title: 'Lock file of the actions',
  guard: [],
  of: ({ workflows }) => workflows.map((used) => ({ subject: used.path, lookUp: async (world) => lookUp(world, used) })),
};

function lookUp(world: World, { path, uses }: UsedIn): Verdict {
  const lock = world.read(FILE);
  if (lock === undefined) {
    return ok('there is no lock file that could leave it out');
  }
  const { workflows } = read(lock);
  if (!isFields(workflows)) {
    return unknown(`${FILE} is of a shape that is not known here`, CURE);
  }
  if (!Object.hasOwn(workflows, path)) {
    return missing(`${FILE} leaves it out`, CURE);
  }
  const locked = texts(workflows[path]);
  const absent = uses.filter((use) => usedActions([use]).length && !locked.includes(use));
  return absent.length ? missing(`${FILE} lacks ${andList(usedActions(absent).map(({ name }) => name))} as used there`, CURE) : ok('all its actions are locked');
}

function read(lock: string): Readonly<Record<string, unknown>> {
  try {
    return fields(parse(lock));
  } catch {
    throw new CannotTell(`${FILE} cannot be read as YAML`, CURE);
  }
}
