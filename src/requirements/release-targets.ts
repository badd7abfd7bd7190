import { ask, cannotTell, ownRepository } from './ask';
import type { Requirement, RequirementKind } from './requirement';
import { judge, refusals } from './tag-rules';
import { asOwner, writable } from './target-probe';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { exampleTags } from '../github/example-tags';
import type { GithubReleaseModel, Model } from '../model/model';
import { releasesOf } from '../model/publish';
import { fields } from '../outside/data';

/** What the guard asks as well: only it has the credentials, and only the doctor may take its time. */
export const releaseTargets: RequirementKind = {
  id: 'release-targets',
  title: 'Release targets',
  guard: ['a-repository-is-empty', 'a-repository-is-archived', 'a-repository-was-renamed', 'a-token-may-only-read-a-repository', 'a-token-lacks-a-permission', 'a-ruleset-refuses-the-tag'],
  of: ({ model }) => releasesOf(model).flatMap((target) => requirementsOf(model, target)),
};

function requirementsOf({ tags }: Model, target: GithubReleaseModel): Requirement[] {
  const label = target.repository || 'this repository';
  return [
    { subject: `a release in ${label}`, lookUp: async (world) => writable(world, target, 'Contents: write') },
    // here the tag is pushed, and there are requirements for that
    ...target.repository ? exampleTags(tags).matching.slice(0, 1).map((tag) => ({ subject: `making ${tag} in ${label}`, lookUp: async (world: World) => admits(world, target, tag) })) : [],
    ...target.immutable ? [{ subject: `immutable releases in ${label}`, lookUp: async (world: World) => immutable(world, target) }] : [],
  ];
}

/** A ruleset speaks of whoever asks: of the credential only where that asks itself. */
async function admits(world: World, target: GithubReleaseModel, tag: string): Promise<Verdict> {
  const token = asOwner(world, target);
  const verdict = judge(await refusals(token ?? world.github, target.repository, tag));
  return token || verdict.status === 'ok' ? verdict : unknown(
    `${verdict.detail}; whether the credential may pass cannot be told from here`,
    `See under Settings, Rules, Rulesets of ${target.repository} that it may bypass the ruleset.`,
  );
}

/** GitHub answers 404 where it is off, and where it does not tell. */
async function immutable(world: World, { repository }: GithubReleaseModel): Promise<Verdict> {
  const name = repository || ownRepository(world);
  const needs = 'admin access to the repository (fine-grained token: Administration: read)';
  const answer = await world.github.get(`/repos/${name}/immutable-releases`);
  const fix = `Switch them on: Settings of ${name}, General, Releases. Or leave immutable out.`;
  if (answer.kind === 'reply' && answer.status === 200) {
    return fields(answer.data).enabled === true ? ok('switched on') : missing('switched off', fix);
  }
  if (answer.kind === 'reply' && answer.status === 404) {
    const { permissions } = fields(await ask(world.github, `/repos/${name}`, needs));
    if (fields(permissions).admin === true) {
      return missing('switched off', fix);
    }
  }
  throw cannotTell(world.github, answer, needs);
}
