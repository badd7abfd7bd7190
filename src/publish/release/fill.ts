import { readRelease, remove } from './draft';
import { assetsOf, compare, type Comparison, differencesIn } from './files';
import type { SetFile } from '../proven-set';
import { releasesOf, type Target } from './target';
import { beginning, count } from '../../text/words';
import { type Answer, saidIn } from '../github/answer';
import { Uncertain } from '../github/client';
import { failure, refused, RERUN } from '../github/refusals';
import { type Asset, assetIn, type Release } from '../github/shapes';
import { fail, Failure, log } from '../report';

/** What became of each file, by its name, for the summary. */
export type Fates = Map<string, 'kept' | 'uploaded' | 'replaced'>;

interface Filling {
  readonly target: Target;
  readonly release: Release;
  readonly fates: Fates;
  /** Whether the release, as it is at the moment, is still one whose files may be deleted. */
  readonly mayChange: (now: Release) => boolean;
}

/** The release is no more, or not what it was: it is looked for anew. */
export class Changed extends Error {}

/** From so many files on GitHub asks for pauses. @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests */
const MANY = 50;
const PAUSE = 1000;
/** Milliseconds. */
const LOOK_AGAIN = 10_000;
/** Rounds in which nothing gets better. */
const MOST_STALLS = 6;
const MOST_NAMED = 10;

/**
 * Makes the files of a release those that were assembled, and reads them back: it looks, does what is
 * left to do, and looks again, until nothing is left. So it does not matter whether an upload that
 * was cut off arrived, nor whether an earlier attempt or another run did a part.
 *
 * @throws Changed where the release is no longer one whose files may be changed
 */
export async function fill(filling: Filling): Promise<void> {
  const { target, release, fates } = filling;
  for (let stalls = 0, least = Infinity, trouble: Uncertain | undefined; ;) {
    const comparison = compare(target.set.files, await assetsOf(target, release) ?? gone(release));
    const strangers = strangersIn(comparison, target, release);
    const left = [...differencesIn(comparison), ...strangers.map(({ name }) => `${name} is there, and no file of this build`)];
    if (left.length === 0) {
      keep(comparison, fates);
      return;
    }
    stalls = left.length < least ? 0 : stalls + 1;
    least = Math.min(least, left.length);
    if (stalls === MOST_STALLS && trouble) {
      throw new Failure([trouble.problem]);
    }
    if (stalls === MOST_STALLS) {
      fail('the-draft-is-not-as-it-should-be', `Release ${release.id} of ${target.repository} (${release.url}) does not become what was assembled: ${beginning(left, MOST_NAMED)}.`);
    }
    if (stalls > 0) {
      await target.github.wait(1000 * 2 ** (stalls - 1), `${count(left.length, 'thing is', 'things are')} left to do`);
    }
    trouble = await doOnce(filling, comparison, strangers).then(() => undefined, uncertainty);
  }
}

function uncertainty(error: unknown): Uncertain {
  if (!(error instanceof Uncertain)) {
    throw error;
  }
  return error;
}

/** Files of other names: those of a workflow's earlier attempt go, a person decides about a person's. */
function strangersIn({ others }: Comparison, { run: { tag }, repository }: Target, { id, url, draft }: Release): readonly Asset[] {
  const byPeople = others.filter(({ uploaded, byBot }) => uploaded && !byBot);
  if (draft && byPeople.length > 0) {
    fail('the-draft-holds-other-files', `Draft ${id} of ${tag} in ${repository} (${url}) holds files that this build did not make: ${beginning(byPeople.map(({ name }) => name), MOST_NAMED)}. Nothing becomes public but what was declared. Delete these files, or the whole draft. ${RERUN}`);
  }
  return draft ? others : [];
}

async function doOnce(filling: Filling, { missing, different }: Comparison, strangers: readonly Asset[]): Promise<void> {
  const { target, release, fates } = filling;
  const [pace, look] = [pacer(target), watcher(filling)];
  for (const asset of strangers) {
    await pace();
    await removeAsset(filling, asset);
    log(`Removed ${asset.name}, which is no file of this build.`);
  }
  const todo = [...different, ...missing.map((file) => ({ file, asset: undefined }))].sort((one, other) => one.file.name < other.file.name ? -1 : 1);
  for (const { file, asset } of todo) {
    await pace();
    if (asset) {
      await removeAsset(filling, asset);
      await pace();
    }
    await look();
    fates.set(file.name, asset?.uploaded ? 'replaced' : 'uploaded');
    await upload(target, release, file);
    log(`Uploaded ${file.name} (${file.size} bytes)${asset?.uploaded ? ' in place of another' : ''}.`);
  }
}

/** Looked at once more before: another run may have finished it, or made the release public. */
async function removeAsset(filling: Filling, asset: Asset): Promise<void> {
  await requireChangeable(filling);
  const { target } = filling;
  const path = `${releasesOf(target)}/assets/${asset.id}`;
  const answer = await target.github.ask('GET', path);
  if (answer.status === 200 && assetIn(answer.data).uploaded === asset.uploaded) {
    await remove(target, path);
  }
}

async function requireChangeable({ target, release, mayChange }: Filling): Promise<void> {
  const [now] = await readRelease(target, release.id);
  if (!now || !mayChange(now)) {
    throw new Changed(`release ${release.id} is not what it was`);
  }
}

/** Somebody may publish the draft by hand while it is filled: looked at now and then, since each request counts. */
function watcher(filling: Filling): () => Promise<void> {
  const { clock } = filling.target.github;
  let last = -Infinity;
  return async () => {
    if (clock.now() - last >= LOOK_AGAIN) {
      await requireChangeable(filling);
      last = clock.now();
    }
  };
}

async function upload({ github, repository }: Target, release: Release, file: SetFile): Promise<void> {
  const answer = await github.upload(release.uploadUrl, file);
  if (answer.status === 404) {
    gone(release);
  }
  if (answer.status !== 201) {
    throw uploadRefused(answer, file, repository);
  }
  const { name } = assetIn(answer.data);
  if (name !== file.name) {
    fail('a-file-was-not-accepted', `GitHub gave ${file.name} the name ${name}. Delete it in the draft (${release.url}), and set "assetName" in the declaration so that names are kept.`);
  }
}

function uploadRefused(answer: Answer, { name, size }: SetFile, repository: string): Error {
  const said = saidIn(answer);
  if (answer.status !== 422) {
    return refused(answer, `upload ${name} to ${repository}`);
  }
  if (/already_exists/.test(said)) {
    const why = `${name} is there already`;
    return new Uncertain(why, { level: 'error', id: 'a-file-was-not-accepted', text: `${why}. ${RERUN}` });
  }
  return failure('a-file-was-not-accepted', `GitHub does not take ${name} of ${size} bytes (422: "${said}").`);
}

function keep({ equal }: Comparison, fates: Fates): void {
  for (const { name } of equal) {
    if (!fates.has(name)) {
      fates.set(name, 'kept');
    }
  }
}

/** Uploads one after another, and where there are many with a second between them. */
function pacer({ github: { clock }, set: { files } }: Target): () => Promise<void> {
  let last = -Infinity;
  return async () => {
    const pause = files.length < MANY ? 0 : last + PAUSE - clock.now();
    if (pause > 0) {
      await clock.sleep(pause);
    }
    last = clock.now();
  };
}

function gone({ id }: Release): never {
  throw new Changed(`release ${id} is gone`);
}
