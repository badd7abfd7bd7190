import { commit as commitReply, emptyRepository, json, message, noCommit, notFound, type Reply } from '../../github-answers';
import { invalid, noContent, Refusal } from '../answers';
import { paged, type Call } from '../call';
import type { Repository } from '../repository';
import { requireTagRules } from '../tag-rules';

export function readRef(call: Call): Reply {
  requireCommits(call.repository);
  const ref = `refs/${call.params.ref}`;
  return call.repository.refs.has(ref) ? json(200, refObject(call, ref)) : notFound();
}

export function matchingRefs(call: Call): Reply {
  requireCommits(call.repository);
  const refs = [...call.repository.refs.keys()].filter((ref) => ref.startsWith(`refs/${call.params.ref}`));
  return paged(call, `/repos/${call.repository.name}/git/matching-refs/${call.params.ref}`, refs.map((ref) => refObject(call, ref)));
}

/** The object of an annotated tag. */
export function readTag({ repository, params: { sha }, hosts }: Call): Reply {
  const commit = repository.tagObjects.get(sha);
  const tag = [...repository.refs].find(([, object]) => object === sha)?.[0].replace('refs/tags/', '');
  if (commit === undefined) return notFound();
  return json(200, { sha, tag, message: '', object: { type: 'commit', sha: commit, url: `${hosts.api}/repos/${repository.name}/git/commits/${commit}` } });
}

export function createRef(call: Call): Reply {
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

/** The tag of an immutable release goes only with it. @see https://docs.github.com/en/code-security/concepts/supply-chain-security/immutable-releases */
export function deleteRef({ repository, params, token }: Call): Reply {
  const ref = `refs/${params.ref}`;
  if (!repository.refs.has(ref)) return message(422, 'Reference does not exist');
  const holder = repository.releases.find(({ immutable, tag }) => immutable && ref === `refs/tags/${tag}`);
  if (holder) throw new Refusal(invalid({ resource: 'Release', code: 'custom', message: 'Cannot delete the tag of an immutable release' }));
  repository.refs.delete(ref);
  repository.record(token, { event: 'delete', ref });
  return noContent;
}

/** A tag goes by its bare name or its full one; `tags/NAME` is refused, whatever the docs say. */
export function readCommit({ repository, params: { ref }, request }: Call): Reply {
  requireCommits(repository);
  const sha = ref === 'HEAD' ? repository.head : ref.startsWith('tags/') ? undefined : repository.resolve(ref.replace(/^refs\//, ''));
  const commit = sha && repository.commits.get(sha);
  if (!commit) return noCommit(ref);
  if (request.headers.accept?.includes('.sha')) return commitReply(commit.sha);
  return json(200, { sha: commit.sha, commit: { committer: { date: commit.date }, author: { date: commit.date } } });
}

function requireCommits(repository: Repository): void {
  if (!repository.commits.size) throw new Refusal(emptyRepository());
}

function refObject({ repository, hosts }: Call, ref: string): object {
  const sha = repository.refs.get(ref)!;
  const type = repository.tagObjects.has(sha) ? 'tag' : 'commit';
  const git = `${hosts.api}/repos/${repository.name}/git`;
  return { ref, node_id: `REF_${ref}`, url: `${git}/${ref}`, object: { sha, type, url: `${git}/${type}s/${sha}` } };
}
