import { commit as commitReply, emptyRepository, json, message, noCommit, notFound, type Reply } from '../../github-answers';
import { invalid, noContent, Refusal } from '../answers';
import { paged, type RepositoryCall } from '../call';
import type { Repository } from '../repository';
import { requireTagRules } from '../tag-rules';

export function readRef(call: RepositoryCall): Reply {
  requireCommits(call.repository);
  const ref = `refs/${call.params.ref}`;
  return call.repository.refs.has(ref) ? json(200, refObject(call, ref)) : notFound();
}

export function matchingRefs(call: RepositoryCall): Reply {
  requireCommits(call.repository);
  const refs = [...call.repository.refs.keys()].filter((ref) => ref.startsWith(`refs/${call.params.ref}`));
  return paged(call, `/repos/${call.repository.name}/git/matching-refs/${call.params.ref}`, refs.map((ref) => refObject(call, ref)));
}

/** The object of an annotated tag. */
export function readTag({ repository, params: { sha }, hosts }: RepositoryCall): Reply {
  const commit = repository.tagObjects.get(sha);
  const tag = [...repository.refs].find(([, object]) => object === sha)?.[0].replace('refs/tags/', '');
  if (commit === undefined) return notFound();
  return json(200, { sha, tag, message: '', object: { type: 'commit', sha: commit, url: `${hosts.api}/repos/${repository.name}/git/commits/${commit}` } });
}

export function createRef(call: RepositoryCall): Reply {
  const { repository, body: { ref, sha }, token } = call;
  requireCommits(repository);
  if (typeof ref !== 'string' || !/^refs\/(?:heads|tags)\/./.test(ref)) return message(422, 'Reference name must start with \'refs/\' and have at least one more slash.');
  if (typeof sha !== 'string' || !repository.commits.has(sha) && !repository.tagObjects.has(sha)) return message(422, 'Object does not exist');
  if (repository.refs.has(ref)) return message(422, 'Reference already exists');
  requireTagRules(repository, ref, token, (rule) => message(422, rule));
  repository.refs.set(ref, sha);
  repository.record(token, { event: 'create', ref }, { event: 'push', ref });
  return json(201, refObject(call, ref));
}

/** The tag of an immutable release goes only with it. @see facts, section A */
export function deleteRef({ repository, params, token }: RepositoryCall): Reply {
  const ref = `refs/${params.ref}`;
  if (!repository.refs.has(ref)) return message(422, 'Reference does not exist');
  const holder = repository.releases.find(({ immutable, tag }) => immutable && ref === `refs/tags/${tag}`);
  if (holder) throw new Refusal(invalid({ resource: 'Release', code: 'custom', message: 'Cannot delete the tag of an immutable release' }));
  repository.refs.delete(ref);
  repository.record(token, { event: 'delete', ref });
  return noContent;
}

export function readCommit({ repository, params: { ref }, request }: RepositoryCall): Reply {
  requireCommits(repository);
  const sha = ref === 'HEAD' ? repository.head : repository.resolve(ref);
  const commit = sha && repository.commits.get(sha);
  if (!commit) return noCommit(ref);
  if (request.headers.accept?.includes('.sha')) return commitReply(commit.sha);
  return json(200, { sha: commit.sha, commit: { committer: { date: commit.date }, author: { date: commit.date } } });
}

function requireCommits(repository: Repository): void {
  if (!repository.commits.size) throw new Refusal(emptyRepository());
}

function refObject({ repository, hosts }: RepositoryCall, ref: string): object {
  const sha = repository.refs.get(ref)!;
  const type = repository.tagObjects.has(sha) ? 'tag' : 'commit';
  const git = `${hosts.api}/repos/${repository.name}/git`;
  return { ref, node_id: `REF_${ref}`, url: `${git}/${ref}`, object: { sha, type, url: `${git}/${type}s/${sha}` } };
}
