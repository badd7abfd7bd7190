import { ask, ownRepository } from './ask';
import type { RequirementKind } from './requirement';
import { guardSays } from './token-probe';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { attests } from '../model/publish';
import { fields, text } from '../outside/data';

/** GitHub keeps attestations of public repositories, and of private ones with Enterprise Cloud. */
export const attestations: RequirementKind = {
  id: 'attestations',
  title: 'Attestations',
  guard: ['a-private-repository-cannot-attest', 'attestation-needs-github-enterprise-cloud'],
  of: ({ model }) => attests(model) ? [{ subject: 'attesting in this repository', lookUp }] : [],
};

async function lookUp(world: World): Promise<Verdict> {
  const { visibility, private: isPrivate, owner } = fields(await ask(world.github, `/repos/${ownRepository(world)}`, 'read access to the repository'));
  if (isPrivate !== true) {
    return ok('the repository is public');
  }
  // only Enterprise Cloud has them
  if (visibility === 'internal') {
    return ok('the repository is internal');
  }
  const { type, login } = fields(owner);
  return type === 'User' ? guardSays('a-private-repository-cannot-attest') : planOf(world, text(login));
}

/** Whoever may administer an organization sees what it pays for. */
async function planOf(world: World, organization: string): Promise<Verdict> {
  const { plan } = fields(await ask(world.github, `/orgs/${encodeURIComponent(organization)}`, `the right to see ${organization}`));
  const name = text(fields(plan).name);
  if (name === 'enterprise') {
    return ok(`the repository is private, and ${organization} has GitHub Enterprise Cloud`);
  }
  const fix = `Look under Settings, Billing of ${organization}. Without Enterprise Cloud make the repository public, or leave attest out.`;
  return ['free', 'team'].includes(name)
    ? missing(`the repository is private, and ${organization} has the plan ${name}, not Enterprise Cloud`, fix)
    : unknown(`the repository is private, and whether ${organization} has GitHub Enterprise Cloud GitHub does not tell you`, fix);
}
