import { ask, ownRepository } from './ask';
import type { Build, RequirementKind } from './requirement';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { actionPatternCovers } from '../github/action-patterns';
import { UNPINNED_INSIDE } from '../github/pins';
import { usedActions } from '../github/used-actions';
import { fields, texts } from '../outside/data';
import { andList } from '../text/words';

const NEEDS = 'admin access to the repository (fine-grained token: Administration: read)';
const WHERE = 'Settings, Actions, General; where the organization decides, ask its owner.';

export const allowedActions: RequirementKind = {
  id: 'allowed-actions',
  title: 'Allowed actions',
  guard: [],
  of: (build) => [{ subject: 'the policy for actions', lookUp: (world) => lookUp(world, build) }],
};

async function lookUp(world: World, { uses }: Build): Promise<Verdict> {
  const repository = ownRepository(world);
  const path = `/repos/${repository}/actions/permissions`;
  const { enabled, allowed_actions: allowed, sha_pinning_required: pinning } = fields(await ask(world.github, path, NEEDS));
  const foreign = uses.filter((use) => usedActions([use]).length && !ofOwner(use, repository));
  const unpinned = usedActions(uses).filter(({ pinned }) => !pinned).map(({ name }) => name);
  if (enabled === false) {
    return missing('GitHub Actions is switched off', `Switch it on: ${WHERE}`);
  }
  if (pinning === true && unpinned.length) {
    return missing(`each action must be pinned to a full commit SHA; this is not so for ${andList(unpinned)}`, 'Pin it in the declaration.');
  }
  const inside = usedActions(uses).map(({ name }) => name).filter((name) => UNPINNED_INSIDE.includes(name));
  if (pinning === true && inside.length) {
    return missing(`each action must be pinned to a full commit SHA, and ${andList(inside)} uses others that are not`, 'Install its tool by steps of your own with Setup.of.');
  }
  switch (allowed) {
    case 'all': return ok('all actions are allowed');
    case 'local_only': return foreign.length ? notAllowed(foreign) : ok('it uses only actions of its own owner');
    case 'selected': return selected(foreign, fields(await ask(world.github, `${path}/selected-actions`, NEEDS)));
    default: return unknown('GitHub tells of no policy', `See it under ${WHERE}`);
  }
}

/** An owner's own actions are allowed by every policy. */
function ofOwner(use: string, repository: string): boolean {
  return use.split('/')[0].toLowerCase() === repository.split('/')[0].toLowerCase();
}

function selected(uses: readonly string[], policy: Readonly<Record<string, unknown>>): Verdict {
  const patterns = texts(policy.patterns_allowed);
  const refused = uses.filter((use) => !isAllowed(use, patterns, policy.github_owned_allowed === true));
  if (!refused.length) {
    return ok('all that it uses are among the allowed ones');
  }
  const names = namesOf(refused);
  return policy.verified_allowed === true
    ? unknown(`${names} must be of a verified creator, which GitHub does not tell here`, `Look it up in the Marketplace, or allow ${names}: ${WHERE}`)
    : notAllowed(refused);
}

function notAllowed(uses: readonly string[]): Verdict {
  const names = namesOf(uses);
  return missing(`${names} may not be used`, `Allow ${names}: ${WHERE}`);
}

function namesOf(uses: readonly string[]): string {
  return andList(usedActions(uses).map(({ name }) => name));
}

function isAllowed(use: string, patterns: readonly string[], githubOwned: boolean): boolean {
  const byPattern = (sign: '' | '!') => patterns.some((pattern) => pattern.startsWith('!') === (sign === '!') && actionPatternCovers(pattern.replace(/^!/, ''), use));
  return !byPattern('!') && (byPattern('') || githubOwned && /^(actions|github)\//i.test(use));
}
