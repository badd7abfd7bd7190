import { versionOf } from '../../../github/tag-versions';
import type { GithubReleaseModel, NpmModel } from '../../../model/model';
import { npmTargetsOf, releasesOf, stepTargetsOf } from '../../../model/publish';
import { fields, text, type Fields } from '../../../outside/data';
import { distTagOf } from '../../../publish/npm/versions';
import { ask, objects } from '../../../requirements/ask';
import { asOwner, repositoryOf } from '../../../requirements/target-probe';
import { CannotTell } from '../../../requirements/verdict';
import { withoutBuild } from '../../../text/versions';
import { ago, phrase } from '../ages';
import { type Line, line, type Part, part } from '../line';
import { type BuildSight, pushedTag } from '../sight';

/** What each publish target has made public, and whether that is the newest tag. */
export function publicParts(sight: BuildSight): Part[] {
  const { model } = sight;
  return [
    ...releasesOf(model).map((target) => part('public', async () => [await release(sight, target)], target.repository)),
    ...npmTargetsOf(model).map((target) => part('public', async () => [await npmPackage(sight, target)], target.package)),
    ...stepTargetsOf(model).map(({ title }) => part('public', async () => [ownSteps(title)], title)),
  ];
}

function ownSteps(title: string): Line {
  return line('public', 'skipped', 'by steps of its own, which are not looked at', { kind: 'steps' }, { subject: title });
}

async function release(sight: BuildSight, target: GithubReleaseModel): Promise<Line> {
  const { world, now } = sight;
  const repository = repositoryOf(world, target);
  const [tag, answer] = await Promise.all([
    pushedTag(sight).then((one) => one?.name, () => undefined),
    ask(asOwner(world, target) ?? world.github, `/repos/${repository}/releases?per_page=100`, `read access to ${repository}`),
  ]);
  const all = objects(answer)
    .filter(({ tag_name: name }) => sight.starts(text(name)))
    .sort((a, b) => text(b.published_at).localeCompare(text(a.published_at)));
  const published = all.filter(({ draft }) => draft === false);
  const own = published.find(({ tag_name: name }) => name === tag);
  const draft = all.find((one) => one.draft === true && one.tag_name === tag);
  const newest = own ?? published[0];
  const facts = {
    kind: 'github-release',
    repository,
    tag: text(newest?.tag_name) || null,
    prerelease: newest?.prerelease === true,
    publishedAt: text(newest?.published_at),
    draft: draft !== undefined,
    newestTag: tag ?? null,
  };
  const told = (sign: Line['sign'], said: string) => line('public', sign, said, facts, { subject: target.repository, url: text((draft ?? newest)?.html_url) });
  const last = newest ? releaseText(newest, now) : 'nothing yet';
  if (own || tag === undefined) return told(newest ? 'good' : 'waiting', last);
  if (await isUnderWay(sight, tag)) return told('running', `${last}; ${tag} is under way`);
  if (draft) return told(target.draftOnly ? 'waiting' : 'behind', `${last}; ${tag} is a draft${target.draftOnly ? ', which somebody is to publish' : ''}`);
  return told('behind', `${last}; ${tag} is not public`);
}

function releaseText({ tag_name: tag, prerelease, published_at: time }: Fields, now: Date): string {
  return phrase(`${text(tag)}${prerelease === true ? ' (pre-release)' : ''}`, ago(text(time), now));
}

/** What cannot be seen is no excuse. */
async function isUnderWay({ ownRuns }: BuildSight, tag: string): Promise<boolean> {
  return ownRuns.then((runs) => runs.find(({ ref }) => ref === tag)?.status !== 'done' && runs.some(({ ref }) => ref === tag), () => false);
}

async function npmPackage(sight: BuildSight, { package: name, distTag: declared, staged }: NpmModel): Promise<Line> {
  const tag = await pushedTag(sight).then((one) => one?.name, () => undefined);
  // of which npm keeps no build
  const version = tag === undefined ? undefined : withoutBuild(versionOf(tag) ?? '') || undefined;
  const distTag = version === undefined ? declared : distTagOf(version, declared);
  const answer = await sight.world.newestOnNpm(name, distTag);
  if (answer.kind === 'silence') throw new CannotTell(answer.reason, answer.fix);
  if (answer.status !== 200 && answer.status !== 404) throw new CannotTell(`npm gave an unexpected answer (${answer.status})`, '');
  const found = text(fields(answer.data).version);
  const facts = { kind: 'npm', package: name, distTag, version: found || null, newestTag: tag ?? null };
  const told = (sign: Line['sign'], said: string) => line('public', sign, said, facts, { subject: name, url: found && `https://www.npmjs.com/package/${name}` });
  const last = found ? `${found} is ${distTag} on npm` : `no ${distTag} on npm`;
  if (found === version || tag === undefined) return told(found ? 'good' : 'waiting', last);
  if (await isUnderWay(sight, tag)) return told('running', `${last}; ${tag} is under way`);
  return told('behind', `${last}, and not ${tag}${staged ? `: it may wait for a maintainer, "npm stage list ${name}"` : ''}`);
}
