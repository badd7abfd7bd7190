import { json, notFound, type Reply } from '../../github-answers';
import { may, requireRight } from '../access';
import { invalid, noContent, Refusal } from '../answers';
import { paged, type RepositoryCall } from '../call';
import { placeholderOf, releaseObject } from '../objects';
import { latestOf, publish, requireTarget } from '../publication';
import type { MakeLatest, Release } from '../state';

const MOST_CHARACTERS = 125_000;

/** Drafts only for those who may write. @see facts, section A */
export function list(call: RepositoryCall): Reply {
  const { repository, hosts, query } = call;
  const visible = repository.listed(Number(query.get('page') ?? 1) <= 1).filter((release) => seesIt(call, release));
  const newestFirst = visible.sort((one, other) => other.id - one.id);
  return paged(call, `/repos/${repository.name}/releases`, newestFirst.map((release) => releaseObject(hosts, repository, release)));
}

export function read(call: RepositoryCall): Reply {
  return answer(call, findRelease(call));
}

/** Answers published releases only. @see facts, section A */
export function readByTag(call: RepositoryCall): Reply {
  return answer(call, call.repository.releases.find(({ tag, draft }) => !draft && tag === call.params.tag));
}

export function readLatest(call: RepositoryCall): Reply {
  return answer(call, latestOf(call.repository));
}

export function create(call: RepositoryCall): Reply {
  const { repository, body, token } = call;
  if (!repository.head) throw new Refusal(invalid({ resource: 'Release', code: 'custom', message: 'Repository is empty.' }));
  const tag = textOf(body.tag_name);
  if (!tag) throw new Refusal(invalid({ resource: 'Release', code: 'missing_field', field: 'tag_name' }));
  const release: Release = {
    id: repository.nextId(),
    tag,
    target: repository.defaultBranch,
    title: null,
    notes: null,
    draft: true,
    prerelease: false,
    immutable: false,
    makeLatest: 'true',
    discussion: undefined,
    createdAt: new Date().toISOString(),
    publishedAt: null,
    assets: [],
  };
  Object.assign(release, changesBy(call, release));
  requireTarget(call, release);
  if (body.generate_release_notes === true) { release.notes = [release.notes, generatedNotes(call, tag)].filter(Boolean).join('\n\n'); }
  if (body.draft !== true) {
    publish(call, release);
    setLatest(call, release);
  }
  repository.releases.push(release);
  if (!release.draft) { repository.record(token, { event: 'release', action: 'created' }); }
  return json(201, releaseObject(call.hosts, repository, release));
}

export function edit(call: RepositoryCall): Reply {
  const { repository, body } = call;
  const release = findRelease(call);
  const changed: Release = { ...release, ...changesBy(call, release) };
  if (release.immutable) { requireSameTag(release, changed, body.draft); }
  if (release.draft) { requireTarget(call, changed); }
  if (body.draft === false && release.draft) { publish(call, changed); }
  if (body.draft === true) { changed.draft = true; }
  Object.assign(release, changed);
  setLatest(call, release);
  return json(200, releaseObject(call.hosts, repository, release));
}

/** Its tag stays; that of an immutable one can never be used again. */
export function remove(call: RepositoryCall): Reply {
  const { repository, token } = call;
  const release = findRelease(call);
  repository.releases.splice(repository.releases.indexOf(release), 1);
  if (!release.draft) { repository.record(token, { event: 'release', action: 'deleted' }); }
  return noContent;
}

/** Saves nothing. @see facts, section A */
export function generateNotes(call: RepositoryCall): Reply {
  const tag = textOf(call.body.tag_name);
  if (!tag) return invalid({ resource: 'Release', code: 'missing_field', field: 'tag_name' });
  return json(200, { name: tag, body: generatedNotes(call, tag) });
}

/** The release of the path, if the token sees it. */
export function findRelease(call: RepositoryCall): Release {
  const release = call.repository.releases.find(({ id }) => String(id) === call.params.id);
  if (!release || !seesIt(call, release)) throw new Refusal(notFound());
  return release;
}

function seesIt({ token, repository }: RepositoryCall, { draft }: Release): boolean {
  return !draft || may(token, repository, 'contents:write');
}

function answer(call: RepositoryCall, release: Release | undefined): Reply {
  return release ? json(200, releaseObject(call.hosts, call.repository, release)) : notFound();
}

/**
 * What a body changes. One without `tag_name` takes the tag's name from a draft that stays one; the
 * one that makes it public does not need it.
 *
 * @see facts, section A; GH edit.go, and create.go, which publishes by `draft: false` alone
 */
function changesBy(call: RepositoryCall, release: Release): Partial<Release> {
  const { body } = call;
  const notes = textOf(body.body);
  if (notes && notes.length > MOST_CHARACTERS) {
    throw new Refusal(invalid({ resource: 'Release', code: 'custom', field: 'body', message: `body is too long (maximum is ${MOST_CHARACTERS} characters)` }));
  }
  const discussion = discussionBy(call, release);
  const makeLatest = makeLatestBy(call, release);
  return {
    tag: textOf(body.tag_name) ?? (release.draft && body.draft !== false ? placeholderOf(release) : release.tag),
    ...textOf(body.target_commitish) && { target: textOf(body.target_commitish) },
    ...textOf(body.name) !== undefined && { title: textOf(body.name) },
    ...notes !== undefined && { notes },
    ...typeof body.prerelease === 'boolean' && { prerelease: body.prerelease },
    ...makeLatest && { makeLatest },
    ...discussion !== undefined && { discussion },
  };
}

/** A draft may be made with it, but not be changed to it. @see openclaw/openclaw#139297 */
function makeLatestBy({ method, body }: RepositoryCall, release: Release): MakeLatest | undefined {
  const wanted = textOf(body.make_latest);
  if (wanted === undefined) return undefined;
  if (wanted !== 'true' && wanted !== 'false' && wanted !== 'legacy') throw new Refusal(invalid({ resource: 'Release', code: 'invalid', field: 'make_latest' }));
  const draft = method === 'PATCH' && (body.draft ?? release.draft) === true;
  if (wanted === 'true' && (draft || (body.prerelease ?? release.prerelease) === true)) {
    throw new Refusal(invalid({ resource: 'Release', code: 'custom', message: 'Latest release cannot be draft or prerelease.' }));
  }
  return wanted;
}

/** @see facts, section A: none for drafts, an unknown one is not found, and it takes a permission of its own */
function discussionBy(call: RepositoryCall, release: Release): string | undefined {
  const { body, repository, token } = call;
  const category = textOf(body.discussion_category_name);
  if (!category) return undefined;
  requireRight(token, repository, 'discussions:write');
  const draft = body.draft ?? release.draft;
  if (draft === true) throw new Refusal(invalid({ resource: 'Release', code: 'custom', message: 'Discussions are not supported for draft releases' }));
  if (!repository.discussionCategories.includes(category)) throw new Refusal(notFound());
  return category;
}

function setLatest({ repository }: RepositoryCall, { id, draft, prerelease, makeLatest }: Release): void {
  if (draft) return;
  if (makeLatest === 'true' && !prerelease) { repository.latestId = id; }
  if (makeLatest !== 'true' && repository.latestId === id) { repository.latestId = undefined; }
}

function requireSameTag(before: Release, after: Release, draft: unknown): void {
  if (draft === true) throw new Refusal(immutableState('state cannot be changed when release is immutable'));
  if (before.tag !== after.tag) throw new Refusal(immutableState('tag_name cannot be changed when release is immutable'));
}

function immutableState(text: string): Reply {
  return invalid({ resource: 'Release', code: 'custom', message: text });
}

function generatedNotes({ hosts, repository, body }: RepositoryCall, tag: string): string {
  const previous = textOf(body.previous_tag_name);
  const range = previous ? `compare/${previous}...${tag}` : `commits/${tag}`;
  return `## What's Changed\n\n**Full Changelog**: ${hosts.web}/${repository.name}/${range}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
