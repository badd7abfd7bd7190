import { burnt, readRelease, theRelease } from './draft';
import { assetsOf, comparePublic, type Comparison, differencesIn } from './files';
import { Changed, type Fates, fill } from './fill';
import { makeLatest } from './latest';
import { type Notes, prepareNotes, renewed } from './notes';
import { summarizeDifferent, summarizeDraft, summarizePublic } from './summary';
import { commitOfTag, requireTag, UNPUBLISHED } from './tag';
import { isPrerelease, releasesOf, type Target } from './target';
import { beginning } from '../../text/words';
import type { ReleaseMode } from '../contract';
import { type Answer, saidIn } from '../github/answer';
import { Uncertain } from '../github/client';
import { failure, refused } from '../github/refusals';
import { type Release, releaseIn } from '../github/shapes';
import { fail, Failure, log, say } from '../report';
import type { MessageId } from '../titles';

/** How often another run may get between. */
const MOST_ROUNDS = 5;
/** How often a public release is looked at again. */
const MOST_LOOKS = 3;
const MOST_NAMED = 10;

/**
 * Makes a release of the files: tag, one draft, uploads, read-back, and only then public. Whatever an
 * earlier attempt did is found and goes on from there.
 */
export async function makeRelease(target: Target, mode: ReleaseMode): Promise<void> {
  const notes = await prepareNotes(target);
  const commit = await commitOfTag(target);
  const [known, fates]: [Set<number>, Fates] = [new Set(), new Map()];
  for (let round = 1; ; round++) {
    const release = await theRelease(target, notes, known);
    try {
      if (await finish(target, release, { mode, commit, notes, known, fates })) {
        return;
      }
    } catch (error) {
      if (!(error instanceof Changed)) {
        throw await withWayOn(target, error, release);
      }
    }
    if (round === MOST_ROUNDS) {
      fail('the-draft-is-not-as-it-should-be', `The drafts for ${target.run.tag} in ${target.repository} changed ${MOST_ROUNDS} times while this run worked on them. See that nothing else makes releases of such tags, and choose "Re-run failed jobs".`);
    }
  }
}

interface Work {
  readonly mode: ReleaseMode;
  readonly commit: string;
  readonly notes: Notes;
  readonly known: Set<number>;
  readonly fates: Fates;
}

/** Whether it is done; otherwise the release is not the one it was, and everything is looked at anew. */
async function finish(target: Target, release: Release, { mode, commit, notes, known, fates }: Work): Promise<boolean> {
  if (!release.draft) {
    await settlePublic(target, release, mode, fates);
    return true;
  }
  await renewNotes(target, release);
  await fill({ target, release, fates, mayChange: ({ draft }) => draft });
  const again = await theRelease(target, notes, known);
  if (again.id !== release.id || !again.draft) {
    return false;
  }
  const marks = mode === 'draft' || target.plan.draftOnly ? undefined : await publicMarks(target);
  await requireTag(target, commit, UNPUBLISHED);
  if (!marks) {
    summarizeDraft(target, again, fates);
    return true;
  }
  const now = await goPublic(target, again, marks);
  if (!now) {
    return false;
  }
  await requireTag(target, commit, 'See who moves tags, and push a new one.');
  summarizePublic(target, await readBack(target, now), fates);
  sayIfNotFound(target, marks);
  return true;
}

/** Nobody would see it: to users who are left behind, their apps say that they are up to date. */
function sayIfNotFound({ plan, repository, run: { tag } }: Target, { prerelease, make_latest: latest }: Marks): void {
  if (plan.isUpdate && !prerelease && latest === 'false') {
    const why = plan.latest === 'never' ? 'the declaration says that no release is' : 'a release of a higher version is public there';
    say({
      level: 'notice',
      id: 'installed-apps-do-not-find-the-release',
      text: `The release of ${tag} in ${repository} is not the latest, since ${why}. Apps that are installed do not update to it: people have to download it.`,
    });
  }
}

/** What an earlier attempt said was built may not be what this one has. */
async function renewNotes(target: Target, { id, body }: Release): Promise<void> {
  const { github, run: { tag } } = target;
  const notes = renewed(body, target);
  for (let nth = 0; notes !== undefined; nth++) {
    try {
      const answer = await github.ask('PATCH', `${releasesOf(target)}/${id}`, { tag_name: tag, body: notes });
      if (answer.status !== 200) {
        throw refused(answer, `write the notes of draft ${id} in ${target.repository}`);
      }
      log(`The notes of draft ${id} say now what was built. Their words stay.`);
      return;
    } catch (error) {
      await github.afterTrouble(error, nth);
    }
  }
}

/** In one request, so that it is never public with half of its marks. Undefined where another release of the tag is public. */
async function goPublic(target: Target, { id }: Release, marks: Marks): Promise<Release | undefined> {
  const { github } = target;
  for (let nth = 0; ; nth++) {
    try {
      const answer = await github.ask('PATCH', `${releasesOf(target)}/${id}`, marks);
      if (answer.status === 422 && /already_exists/.test(saidIn(answer))) {
        return undefined;
      }
      if (answer.status !== 200) {
        throw burnt(answer, target) ?? publicationRefused(answer, target);
      }
      return releaseIn(answer.data);
    } catch (error) {
      await github.afterTrouble(error, nth);
    }
    const [now] = await readRelease(target, id);
    if (!now?.draft) {
      return now;
    }
  }
}

/** As GitHub takes them. */
interface Marks {
  readonly prerelease: boolean;
  readonly make_latest: 'true' | 'false' | 'legacy';
}

/** Everything that a release gets when it becomes public. Its tag is sent again: GitHub drops it otherwise. */
async function publicMarks(target: Target): Promise<Marks> {
  const { plan, run: { tag } } = target;
  const prerelease = isPrerelease(target);
  const sent = {
    tag_name: tag,
    draft: false,
    ...plan.discussionCategory !== '' && { discussion_category_name: plan.discussionCategory },
  };
  return { ...sent, prerelease, make_latest: prerelease ? 'false' : await makeLatest(target) };
}

function publicationRefused(answer: Answer, target: Target): Error {
  const { plan: { discussionCategory }, repository } = target;
  if (answer.status === 404) {
    return failure('the-release-could-not-be-made-public', `GitHub found nothing (404) when the draft was made public in ${repository}. ${discussionCategory === ''
      ? 'It says so where a draft was made with a target commit that changes workflows: delete the draft, and choose "Re-run failed jobs".'
      : `It says so where there is no category "${discussionCategory}" in its discussions, or where the token may not write there ("Discussions: write").`}`);
  }
  if (answer.status === 422) {
    const said = saidIn(answer);
    const why = `GitHub did not make the draft public in ${repository} (422: "${said}").`;
    const problem = { level: 'error', id: 'the-release-could-not-be-made-public', text: why } as const;
    // seen for no reason, and gone a moment later; also where two runs race
    return /must have a valid tag/.test(said) && !/pre_receive/.test(said) ? new Uncertain(why, problem) : new Failure([problem]);
  }
  return refused(answer, `make the draft public in ${repository}`);
}

/** A release that was public before this run came to it. */
async function settlePublic(target: Target, release: Release, mode: ReleaseMode, fates: Fates): Promise<void> {
  const { plan, repository, run: { tag } } = target;
  const comparison = await compareSettled(target, release);
  const differences = differencesIn(comparison);
  if (differences.length > 0 && differences.length === comparison.unproven.length) {
    fail('the-release-is-public-and-differs', `The release of ${tag} in ${repository} (${release.url}) is public, and whether it is what was built cannot be told yet: ${beginning(differences, MOST_NAMED)}. Nothing was changed. Choose "Re-run failed jobs" in a while.`);
  }
  if (differences.length > 0 && (release.immutable || !plan.replacePublicFiles)) {
    fail('the-release-is-public-and-differs', `The release of ${tag} in ${repository} (${release.url}) is public, and it differs from what was built: ${beginning(differences, MOST_NAMED)}. ${release.immutable
      ? 'It is immutable: nobody can change its files. Push a tag of another version.'
      : 'People may have downloaded its files, so they are not changed. Push a tag of another version; or set "replacePublicFiles" in the declaration, run "npx projen" and push the tag anew.'}`);
  }
  if (differences.length > 0 && mode === 'draft') {
    summarizeDifferent(target, release, fates, differences.length);
    return;
  }
  if (differences.length > 0) {
    await fill({ target, release, fates, mayChange: ({ immutable }) => !immutable });
  }
  comparison.equal.filter(({ name }) => !fates.has(name)).forEach(({ name }) => fates.set(name, 'kept'));
  requireImmutable(target, release);
  summarizePublic(target, release, fates, differences.length === 0);
}

/** Of what was uploaded a moment ago GitHub may not have computed all sums yet. */
async function compareSettled(target: Target, release: Release): Promise<Comparison> {
  for (let nth = 0; ; nth++) {
    const comparison = comparePublic(target.set.files, await assetsOf(target, release) ?? []);
    if (comparison.unproven.length === 0 || nth === MOST_LOOKS) {
      return comparison;
    }
    await target.github.wait(1000 * 2 ** nth, 'GitHub has not computed all sums of the public release yet');
  }
}

/** What people can see now is what was verified before. It may take a moment until GitHub shows it. */
async function readBack(target: Target, { id, url }: Release): Promise<Release> {
  for (let nth = 0; ; nth++) {
    const [release] = await readRelease(target, id);
    const differences = release && !release.draft ? differencesIn(comparePublic(target.set.files, await assetsOf(target, release) ?? [])) : ['it is not there'];
    if (release && differences.length === 0 && (release.immutable || !target.plan.immutable)) {
      return release;
    }
    if (nth === MOST_LOOKS && differences.length === 0) {
      requireImmutable(target, release);
    }
    if (nth === MOST_LOOKS) {
      fail('the-release-is-public-and-differs', `The release of ${target.run.tag} in ${target.repository} (${url}) was complete a moment ago, and now that it is public it differs from what was built: ${beginning(differences, MOST_NAMED)}. Something else changes it. Make it a draft again or delete it, and look at what else writes releases.`);
    }
    await target.github.wait(1000 * 2 ** nth, 'GitHub does not show the public release yet');
  }
}

function requireImmutable({ plan, repository }: Target, { immutable, url }: Release): void {
  if (plan.immutable && !immutable) {
    fail('the-release-is-not-immutable', `The release is public and complete (${url}), but it is not immutable, and the declaration expects that. Turn on "release immutability" in the settings of ${repository} or of its organization; it holds for releases from then on, not for this one.`);
  }
}

/** Messages of which the same run never comes to an end. */
const FINAL: readonly MessageId[] = ['the-tag-was-moved', 'an-immutable-release-had-the-tag', 'the-release-repository-has-moved'];
/** Messages that say themselves what is public. */
const PUBLIC: readonly MessageId[] = ['the-release-is-public-and-differs', 'the-release-is-not-immutable'];

/** What is public, and how to go on. */
async function withWayOn(target: Target, error: unknown, release: Release): Promise<unknown> {
  if (!(error instanceof Failure)) {
    return error;
  }
  const now = await readRelease(target, release.id).catch(() => undefined);
  return new Failure(error.messages.map((message) => ({ ...message, text: [message.text, ...wayOn(message.id, release, now)].join(' ') })));
}

/** @param now what the release is; undefined where nobody can tell, none where it is no more */
function wayOn(id: MessageId, release: Release, now: readonly Release[] | undefined): string[] {
  if (PUBLIC.includes(id)) {
    return [];
  }
  if (!now) {
    return [`GitHub does not say at the moment how far it came: see ${release.url}.`];
  }
  return now.map(({ draft, url }) => draft
    ? `Nothing is public: draft ${release.id} (${url}) ${FINAL.includes(id) ? 'stays, and can be deleted.' : 'stays as it is. "Re-run failed jobs" finishes what is missing and changes nothing that is right.'}`
    : `The release is public already: ${url}.`);
}
