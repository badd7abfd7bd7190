import { repositoryOfRemote } from '../../github/remotes';
import { type Git, gitIn } from '../../outside/git';
import type { Where } from '../../outside/program';
import { distinct } from '../../text/words';

/** What is asked of a repository. */
export interface GitQuestion {
  /** The tag or branch that the event is about; `HEAD` is what is checked out. */
  readonly refName: string;
  readonly refType: 'tag' | 'branch';
  /** The commit that is planned for, whatever has the tag now. @default - the one that would be built */
  readonly commit?: string;
  /** Files whose text in the commit is wanted, from the root. */
  readonly files: readonly string[];
  /** Whether the remote may be asked, over the network. */
  readonly remote: boolean;
}

/** What git says of the commit that would be built, and of what stands in the way. */
export interface GitFacts {
  /** `owner/name` of the remote, where it lies on GitHub. */
  readonly repository: string | undefined;
  /** The commit that would be built: the tag's own where it exists, HEAD for a new tag, a branch's last one. */
  readonly commit: string | undefined;
  readonly head: string | undefined;
  /** Whole message of that commit. */
  readonly message: string;
  /** Whether the tag exists in this clone. */
  readonly tagExists: boolean;
  /** Whether the tag exists on the remote; undefined where the remote was not asked or did not answer. */
  readonly tagOnRemote: boolean | undefined;
  /** All tags of the remote; undefined where it was not asked or did not answer. */
  readonly remoteTags: readonly string[] | undefined;
  /** Files that differ from HEAD or that git does not know. */
  readonly changed: readonly string[];
  /** Whether a remote branch holds the commit, as of the last fetch; undefined without a remote. */
  readonly commitOnRemote: boolean | undefined;
  /** All tags of this clone. */
  readonly tags: readonly string[];
  /** Tags of this clone that a push of all tags would push, as far as it is known. */
  readonly unpushedTags: readonly string[];
  /** The asked files as the commit has them; undefined where it has none. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** What could not be found out. */
  readonly notes: readonly string[];
}

type Ask = (...args: string[]) => Promise<string | undefined>;

/** Asks the installed git in a repository's root; only the remote is asked over the network, and only if wanted. */
export async function gitFacts(question: GitQuestion, where: Where): Promise<GitFacts> {
  const git = gitIn(where);
  await git('rev-parse', '--git-dir');
  const ask: Ask = async (...args) => (await attempt(git(...args)))?.trim() || undefined;
  const { refType, refName } = question;
  const head = await ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
  const tagCommit = refType === 'tag' ? await ask('rev-parse', '--verify', '--quiet', `refs/tags/${refName}^{commit}`) : undefined;
  const commit = question.commit ?? (refType === 'tag' ? tagCommit ?? head : refName === 'HEAD' ? head : await branchCommit(ask, refName));
  const remotes = lines(await ask('remote'));
  const remoteName = remotes.includes('origin') ? 'origin' : remotes[0];
  const tags = lines(await ask('for-each-ref', '--format=%(refname:strip=2)', 'refs/tags'));
  const onRemote = question.remote ? await remoteTags(git, remoteName) : {};
  return {
    repository: remoteName && repositoryOfRemote(await ask('remote', 'get-url', remoteName) ?? '', 'github.com'),
    commit,
    head,
    message: commit ? await ask('log', '-1', '--format=%B', commit) ?? '' : '',
    tagExists: tagCommit !== undefined,
    tagOnRemote: onRemote.tags?.includes(refName),
    remoteTags: onRemote.tags,
    changed: await changedFiles(git),
    commitOnRemote: commit && remoteName ? Boolean(await ask('for-each-ref', '--count=1', `--contains=${commit}`, 'refs/remotes')) : undefined,
    tags,
    unpushedTags: onRemote.tags ? tags.filter((tag) => !onRemote.tags!.includes(tag)) : remoteName ? await tagsOffRemoteBranches(ask) : [],
    files: commit ? await filesAt(git, commit, question.files) : new Map(),
    notes: onRemote.note ? [onRemote.note] : [],
  };
}

async function attempt<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch(() => undefined);
}

function lines(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter(Boolean);
}

async function branchCommit(ask: Ask, branch: string): Promise<string | undefined> {
  return await ask('rev-parse', '--verify', '--quiet', `refs/heads/${branch}^{commit}`)
    ?? ask('rev-parse', '--verify', '--quiet', `refs/remotes/origin/${branch}^{commit}`);
}

/** One after the other: nobody knows how many there are. */
async function filesAt(git: Git, commit: string, files: readonly string[]): Promise<GitFacts['files']> {
  const found = new Map<string, string | undefined>();
  for (const file of files) {
    found.set(file, await attempt(git('show', `${commit}:./${file}`)));
  }
  return found;
}

/** Without asking the remote: tags at commits that none of its branches had at the last fetch. */
async function tagsOffRemoteBranches(ask: Ask): Promise<string[]> {
  const decorations = await ask('log', '--tags', '--not', '--remotes', '--simplify-by-decoration', '--decorate=full', '--decorate-refs=refs/tags/', '--format=%D');
  return lines(decorations).flatMap((line) => line.split(/(?:^|, )tag: refs\/tags\//).filter(Boolean));
}

async function remoteTags(git: Git, remote: string | undefined): Promise<{ readonly tags?: readonly string[]; readonly note?: string }> {
  if (!remote) {
    return { note: 'the repository has no remote to ask' };
  }
  try {
    const found = lines(await git('ls-remote', '--tags', '--refs', remote));
    return { tags: found.map((line) => line.replace(/^\S+\s+refs\/tags\//, '')) };
  } catch (error) {
    return { note: `remote '${remote}' could not be asked: ${(error as Error).message.split('\n')[0]}` };
  }
}

/** Renamed files come with their old name as a record of its own; one that git no longer keeps, and that still lies there, comes twice. */
async function changedFiles(git: Git): Promise<string[]> {
  const records = (await git('status', '--porcelain=v1', '-z', '--untracked-files=normal')).split('\0').filter(Boolean);
  return distinct(records.filter((_, index) => !/^(?:[RC].|.[RC]) /.test(records[index - 1] ?? '')).map((record) => record.slice(3)));
}
