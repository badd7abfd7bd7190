import { may } from './access';
import { invalid, Refusal, type FieldError } from './answers';
import type { RepositoryCall } from './call';
import type { Repository } from './repository';
import type { Release } from './state';
import { requireTagRules } from './tag-rules';
import { message, notFound } from '../github-answers';

/** What a release needs in order to become public; what fails leaves it as it was. @see facts, section A */
export function publish(call: RepositoryCall, release: Release): void {
  const { repository, token } = call;
  requireFreeTag(repository, release);
  ensureTag(call, release);
  release.draft = false;
  release.publishedAt = new Date().toISOString();
  release.immutable = repository.immutableReleases;
  if (release.immutable) { repository.burntTags.add(release.tag); }
  repository.record(token, ...actionsOf(call, release).map((action) => ({ event: 'release' as const, action })));
}

/** A prerelease that was a draft is not `prereleased`. @see facts, section A (SOFT README) */
function actionsOf({ method }: RepositoryCall, { prerelease }: Release): string[] {
  if (!prerelease) return ['published', 'released'];
  return method === 'POST' ? ['published', 'prereleased'] : ['published'];
}

/** At most one published release has a tag, and none has that of an immutable one. */
function requireFreeTag(repository: Repository, { id, tag }: Release): void {
  if (repository.releases.some((other) => other.id !== id && other.tag === tag && !other.draft)) {
    throw new Refusal(invalid({ resource: 'Release', code: 'already_exists', field: 'tag_name' }));
  }
  if (repository.burntTags.has(tag)) {
    throw new Refusal(invalid({ resource: 'Release', code: 'custom', field: 'tag_name', message: 'tag_name was used by an immutable release' }, NO_TAG));
  }
}

const NO_TAG: FieldError = { resource: 'Release', code: 'custom', message: 'Published releases must have a valid tag' };

/** A tag that is missing is made where the release's target says, which is the default branch's head where nobody said. */
function ensureTag({ repository, token }: RepositoryCall, { tag, target }: Release): void {
  const ref = `refs/tags/${tag}`;
  const commit = repository.resolve(target);
  if (repository.refs.has(ref)) return;
  if (!tag || commit === undefined) throw new Refusal(invalid(NO_TAG));
  requireTagRules(repository, ref, token, (rule) => invalid(
    { resource: 'Release', code: 'custom', field: 'pre_receive', message: `pre_receive ${rule}` },
    NO_TAG,
  ));
  repository.refs.set(ref, commit);
  repository.record(token, { event: 'create', ref }, { event: 'push', ref });
}

/**
 * A target that changes workflows needs the right to change them, which GITHUB_TOKEN never has. It
 * does not matter where the tag is there.
 *
 * @see facts, section A; OAT, repos/create-release
 */
export function requireTarget({ repository, token }: RepositoryCall, { tag, target }: Pick<Release, 'tag' | 'target'>): void {
  if (repository.refs.has(`refs/tags/${tag}`)) return;
  const commit = repository.resolve(target);
  if (commit === undefined) {
    if (target === repository.defaultBranch) return;
    throw new Refusal(invalid({ resource: 'Release', code: 'invalid', field: 'target_commitish' }));
  }
  const { workflows } = repository.commits.get(commit)!;
  const changes = workflows !== repository.commits.get(repository.head!)!.workflows;
  if (changes && !may(token, repository, 'workflows:write')) {
    throw new Refusal(repository.targetRefusal === 404 ? notFound() : message(403, 'Resource not accessible by integration'));
  }
}

/** The release that `releases/latest` gives: the one that was said to be it, else the newest by its commit's date. */
export function latestOf(repository: Repository): Release | undefined {
  const stable = repository.releases.filter(({ draft, prerelease, makeLatest }) => !draft && !prerelease && makeLatest !== 'false');
  const said = stable.find(({ id }) => id === repository.latestId);
  return said ?? stable.sort((one, other) => repository.dateOf(other).localeCompare(repository.dateOf(one)))[0];
}
