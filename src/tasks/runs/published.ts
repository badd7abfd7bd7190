import { differencesOf, type PublishedFile, type Tagged } from './release-differences';
import { heard } from './run';
import type { Session } from './session';
import type { GithubReleaseModel, Model, NpmModel } from '../../model/model';
import { npmTargetsOf, releasesOf } from '../../model/publish';
import { type Fields, fields, isFields, text } from '../../outside/data';
import { Deadline } from '../../outside/deadline';
import { NpmRegistry } from '../../outside/npm-registry';
import { CHECKSUMS, MANIFEST } from '../../publish/contract';

/** What a tag has made, as those have it who keep it. */
export interface Published {
  readonly releases: readonly PublishedRelease[];
  readonly packages: readonly PublishedPackage[];
}

export interface PublishedRelease {
  /** `owner/name`. */
  readonly repository: string;
  /** `missing` also where the credentials show no draft, or no such repository. */
  readonly state: 'public' | 'draft' | 'missing';
  /** Its page; '' where it is missing. */
  readonly url: string;
  readonly prerelease: boolean;
  readonly files: readonly PublishedFile[];
  /** The files of the release that the others were compared with; none where it has none. */
  readonly comparedWith: readonly string[];
  /** How they differ from what these say: phrases. */
  readonly differences: readonly string[];
}

export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
  /** `staged` where the declaration says that somebody must approve it, and npm does not show it yet. */
  readonly state: 'public' | 'staged' | 'missing' | 'unknown';
}

type Asked = Pick<Session, 'github' | 'repository' | 'npmUrl'>;

const PAGE = 100;
/** A draft is among the newest, and a release has 1,000 files at most. */
const DRAFT_PAGES = 2;
const FILE_PAGES = 10;
/** Bytes; a manifest of 1,000 files is far smaller. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Seconds for npm to answer. */
const NPM_PATIENCE = 30;

/** @throws Error, in words for people, where GitHub does not answer */
export async function published(session: Asked, model: Model, tagged: Tagged): Promise<Published> {
  const npm = new NpmRegistry(session.npmUrl, new Deadline(NPM_PATIENCE));
  const [releases, packages] = await Promise.all([
    Promise.all(releasesOf(model).map(async (target) => releaseOf(session, model, target, tagged))),
    Promise.all(npmTargetsOf(model).map(async (target) => packageOf(npm, target, tagged.version))),
  ]);
  return { releases, packages };
}

async function releaseOf(session: Asked, model: Model, target: GithubReleaseModel, tagged: Tagged): Promise<PublishedRelease> {
  const repository = target.repository || session.repository;
  const found = await findRelease(session, repository, tagged.tag);
  if (!found) {
    return { repository, state: 'missing', url: '', prerelease: false, files: [], comparedWith: [], differences: [] };
  }
  const root = `/repos/${repository}/releases`;
  const files = (await pages(session, `${root}/${Number(found.id)}/assets`, FILE_PAGES)).filter(({ state }) => state === 'uploaded').map(fileOf);
  const [manifest, sums] = await Promise.all([MANIFEST, CHECKSUMS].map(async (name) => textOf(session, root, files, name)));
  return {
    repository,
    state: found.draft === true ? 'draft' : 'public',
    url: text(found.html_url),
    prerelease: found.prerelease === true,
    files,
    comparedWith: [...manifest === undefined ? [] : [MANIFEST], ...sums === undefined ? [] : [CHECKSUMS]],
    differences: differencesOf(files, { manifest, sums }, model, tagged),
  };
}

/** By its tag GitHub shows a public one only. */
async function findRelease(session: Asked, repository: string, tag: string): Promise<Fields | undefined> {
  const root = `/repos/${repository}/releases`;
  const byTag = await ask(session, `${root}/tags/${encodeURIComponent(tag)}`);
  if (isFields(byTag)) {
    return byTag;
  }
  const newest = await pages(session, root, DRAFT_PAGES);
  return newest.find(({ draft, tag_name: name }) => draft === true && name === tag);
}

async function pages(session: Asked, path: string, most: number): Promise<Fields[]> {
  const all: Fields[] = [];
  for (let page = 1; page <= most; page++) {
    const items = await ask(session, `${path}?per_page=${PAGE}&page=${page}`);
    all.push(...Array.isArray(items) ? items.filter(isFields) : []);
    if (!Array.isArray(items) || items.length < PAGE) break;
  }
  return all;
}

/** What a small file of a release holds; undefined where it is not there, or not small. */
async function textOf(session: Asked, root: string, files: readonly PublishedFile[], name: string): Promise<string | undefined> {
  const file = files.find((one) => one.name === name);
  return file && file.size <= MOST_BYTES ? text(await ask(session, `${root}/assets/${file.id}`, 'application/octet-stream')) : undefined;
}

/** Undefined where GitHub shows nothing. */
async function ask({ github }: Asked, path: string, accept?: string): Promise<unknown> {
  const answer = heard(await github.anew(path, accept));
  if (answer.status !== 200 && answer.status !== 404) {
    throw new Error(`GitHub does not show the releases of ${path.split('/').slice(2, 4).join('/')} (${answer.status}): ${text(fields(answer.data).message)}`);
  }
  return answer.status === 200 ? answer.data : undefined;
}

function fileOf({ id, name, size, digest }: Fields): PublishedFile {
  return { id: Number(id), name: text(name), size: Number(size), sha256: /^sha256:([0-9a-f]{64})$/.exec(text(digest))?.[1] ?? '' };
}

async function packageOf(npm: NpmRegistry, { package: name, staged }: NpmModel, version: string): Promise<PublishedPackage> {
  const answer = await npm.manifest(name, version);
  if (answer.kind === 'reply' && answer.status === 200 && fields(answer.data).version === version) {
    return { name, version, state: 'public' };
  }
  const isMissing = answer.kind === 'reply' && answer.status === 404;
  return { name, version, state: isMissing ? staged ? 'staged' : 'missing' : 'unknown' };
}
