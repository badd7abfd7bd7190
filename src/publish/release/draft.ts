import { assetsOf, compare } from './files';
import { type Notes, partsOf } from './notes';
import { releasesOf, type Target } from './target';
import { beginning } from '../../text/words';
import { type Answer, saidIn } from '../github/answer';
import { failure, refused, RERUN } from '../github/refusals';
import { type Release, releaseIn } from '../github/shapes';
import { fail, log } from '../report';

/** Milliseconds that the list of releases may be behind: an earlier attempt's draft can be missing in it. */
const LAG = 3000;

/** More vanish for a reason. */
const MOST_MADE = 3;

/** More are no help. */
const MOST_NAMED = 10;

/**
 * The release of the tag: the one that is public, else the draft with the lowest id, which it makes
 * where there is none. Asked again, it answers the same; two runs at once come to one draft, since
 * both keep the lowest. Other drafts go if nothing is lost with them.
 *
 * @param known ids that the list may not show yet; what is found or made is added
 */
export async function theRelease(target: Target, notes: Notes, known: Set<number>): Promise<Release> {
  for (let nth = 0, made = 0, patience = target.run.attempt > 1 ? 1 : 0; ;) {
    const found = await findRelease(target, known);
    if (found) {
      if (found.draft && !known.has(found.id)) {
        log(`Draft ${found.id} for ${found.tag} was there: ${found.url}. Its title and the words of its notes stay.`);
      }
      known.add(found.id);
      return found;
    }
    if (made === MOST_MADE) {
      fail('the-draft-is-not-as-it-should-be', `${target.repository} has had ${MOST_MADE} new drafts for ${target.run.tag} in this run, and each is gone: something deletes them. See that nothing else makes or deletes releases of such tags. ${RERUN}`);
    }
    if (patience-- > 0) {
      await target.github.wait(LAG, 'An earlier attempt may have left a draft that is not in the list yet');
      continue;
    }
    try {
      known.add(await create(target, notes));
      made++;
    } catch (error) {
      // after trouble it may be there: it is looked for before another is made
      await target.github.afterTrouble(error, nth++);
    }
    patience = 1;
  }
}

async function findRelease(target: Target, known: ReadonlySet<number>): Promise<Release | undefined> {
  const ids = new Set([...known, ...await idsOfTag(target)]);
  const releases: Release[] = [];
  for (const id of [...ids].sort((one, other) => one - other)) {
    releases.push(...await readRelease(target, id));
  }
  const kept = releases.find(({ draft }) => !draft) ?? releases[0];
  await removeRedundant(target, kept, releases.filter(({ draft, id }) => draft && id !== kept.id));
  return kept;
}

async function idsOfTag(target: Target): Promise<number[]> {
  const { github, repository, run: { tag } } = target;
  const list = await github.all(releasesOf(target), (answer) => refused(answer, `list the releases of ${repository}`));
  const inList = list.map(releaseIn).filter((release) => release.tag === tag).map(({ id }) => id);
  const answer = await github.ask('GET', `${releasesOf(target)}/tags/${tag.split('/').map(encodeURIComponent).join('/')}`);
  return answer.status === 200 ? [...inList, releaseIn(answer.data).id] : inList;
}

/** What the release is now, whatever a list said; none where it is no more, or of another tag. */
export async function readRelease(target: Target, id: number): Promise<Release[]> {
  const answer = await target.github.ask('GET', `${releasesOf(target)}/${id}`);
  if (answer.status === 404) {
    return [];
  }
  if (answer.status !== 200) {
    throw refused(answer, `read release ${id} of ${target.repository}`);
  }
  return [releaseIn(answer.data)].filter(({ tag }) => tag === target.run.tag);
}

/** Drafts that hold nothing but files of ours, and notes that are kept, go; of all others a person decides. */
async function removeRedundant(target: Target, kept: Release, others: readonly Release[]): Promise<void> {
  const precious: Release[] = [];
  for (const draft of others) {
    if (!await isRedundant(target, draft, kept)) {
      precious.push(draft);
    } else if ((await readRelease(target, draft.id)).some((now) => now.draft)) {
      await remove(target, `${releasesOf(target)}/${draft.id}`);
      log(`Removed draft ${draft.id} of ${target.run.tag}, which held nothing of its own.`);
    }
  }
  if (precious.length > 0 && kept.draft) {
    const named = [kept, ...precious].map(({ id, url }) => `${id} (${url})`);
    fail('several-drafts-have-the-tag', `${target.repository} has several drafts for tag ${target.run.tag}: ${beginning(named, MOST_NAMED)}. The one with the lowest id is taken, and others are removed where they hold nothing but files of this release and the same notes; these hold something else. Delete all that you do not need. ${RERUN}`);
  }
}

/** Deletes something; that it is gone already is as good. */
export async function remove({ github }: Target, path: string): Promise<void> {
  const answer = await github.ask('DELETE', path);
  if (answer.status !== 204 && answer.status !== 404) {
    throw refused(answer, `delete ${path}`);
  }
}

async function isRedundant(target: Target, draft: Release, kept: Release): Promise<boolean> {
  const [words, keptWords] = [draft, kept].map(({ body }) => partsOf(body).words.trim());
  if (words !== '' && words !== keptWords) {
    return false;
  }
  const { others, different, unproven } = compare(target.set.files, await assetsOf(target, draft) ?? []);
  return unproven.length === 0 && [...others, ...different.map(({ asset }) => asset)].every(({ uploaded }) => !uploaded);
}

/** Its notes are written now; a person may edit them afterwards, and they stay. */
async function create(target: Target, notes: Notes): Promise<number> {
  const { github, repository, run: { tag } } = target;
  const answer = await github.ask('POST', releasesOf(target), { ...await notes(), tag_name: tag, draft: true });
  if (answer.status !== 201) {
    throw burnt(answer, target) ?? refused(answer, `make a release in ${repository}`);
  }
  const { id, url } = releaseIn(answer.data);
  log(`Made draft ${id} for ${tag}: ${url}`);
  return id;
}

/** A tag that an immutable release had is spent, also when the release is deleted. */
export function burnt(answer: Answer, { repository, run: { tag } }: Target): Error | undefined {
  return /was used by an immutable release/.test(saidIn(answer))
    ? failure('an-immutable-release-had-the-tag', `An immutable release of ${repository} had tag ${tag}. GitHub never gives such a name away again, also after the release was deleted. Push a tag of another version.`)
    : undefined;
}
