import { execFileSync } from 'node:child_process';

/** What is asked of a repository. */
export interface GitQuestion {
  /** The repository's root. */
  readonly root: string;
  /** The tag or branch that the event is about. */
  readonly refName: string;
  readonly refType: 'tag' | 'branch';
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

type Git = (...args: string[]) => string;
type Ask = (...args: string[]) => string | undefined;

/** Asks the installed git; only the remote is asked over the network, and only if wanted. */
export function gitFacts(question: GitQuestion): GitFacts {
  const git = gitIn(question.root);
  git('rev-parse', '--git-dir');
  const ask: Ask = (...args) => attempt(() => git(...args).trim()) || undefined;
  const { refType, refName } = question;
  const head = ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
  const tagCommit = refType === 'tag' ? ask('rev-parse', '--verify', '--quiet', `refs/tags/${refName}^{commit}`) : undefined;
  const commit = refType === 'tag' ? tagCommit ?? head : branchCommit(ask, refName);
  const remotes = lines(ask('remote'));
  const remoteName = remotes.includes('origin') ? 'origin' : remotes[0];
  const tags = lines(ask('for-each-ref', '--format=%(refname:strip=2)', 'refs/tags'));
  const onRemote = question.remote ? remoteTags(git, remoteName) : {};
  return {
    repository: remoteName && githubRepository(ask('remote', 'get-url', remoteName) ?? ''),
    commit,
    head,
    message: commit ? ask('log', '-1', '--format=%B', commit) ?? '' : '',
    tagExists: tagCommit !== undefined,
    tagOnRemote: onRemote.tags?.includes(refName),
    changed: changedFiles(git),
    commitOnRemote: commit && remoteName ? Boolean(ask('for-each-ref', '--count=1', `--contains=${commit}`, 'refs/remotes')) : undefined,
    tags,
    unpushedTags: onRemote.tags ? tags.filter((tag) => !onRemote.tags!.includes(tag)) : remoteName ? tagsOffRemoteBranches(ask) : [],
    files: new Map(question.files.map((file) => [file, commit && attempt(() => git('show', `${commit}:./${file}`))])),
    notes: onRemote.note ? [onRemote.note] : [],
  };
}

function gitIn(root: string): Git {
  // no locks, no questions, and English where a message is passed on
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return (...args) => execFileSync('git', args, { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function lines(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter(Boolean);
}

function branchCommit(ask: Ask, branch: string): string | undefined {
  return ask('rev-parse', '--verify', '--quiet', `refs/heads/${branch}^{commit}`)
    ?? ask('rev-parse', '--verify', '--quiet', `refs/remotes/origin/${branch}^{commit}`);
}

/** Without asking the remote: tags at commits that none of its branches had at the last fetch. */
function tagsOffRemoteBranches(ask: Ask): string[] {
  const decorations = ask('log', '--tags', '--not', '--remotes', '--simplify-by-decoration', '--decorate=full', '--decorate-refs=refs/tags/', '--format=%D');
  return lines(decorations).flatMap((line) => line.split(/(?:^|, )tag: refs\/tags\//).filter(Boolean));
}

function remoteTags(git: Git, remote: string | undefined): { readonly tags?: readonly string[]; readonly note?: string } {
  if (!remote) {
    return { note: 'the repository has no remote to ask' };
  }
  try {
    const found = lines(git('ls-remote', '--tags', '--refs', remote));
    return { tags: found.map((line) => line.replace(/^\S+\s+refs\/tags\//, '')) };
  } catch (error) {
    const why = String((error as { readonly stderr?: unknown }).stderr ?? error).trim().split('\n')[0];
    return { note: `remote '${remote}' could not be asked: ${why}` };
  }
}

/** Renamed files come with their old name as a record of its own. */
function changedFiles(git: Git): string[] {
  const records = git('status', '--porcelain=v1', '-z', '--untracked-files=normal').split('\0').filter(Boolean);
  return records.filter((_, index) => !/^(?:[RC].|.[RC]) /.test(records[index - 1] ?? '')).map((record) => record.slice(3));
}

/** `owner/name` out of any of the ways in which a remote is written. */
export function githubRepository(url: string): string | undefined {
  return /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/(?:[^@/]*@)?|(?:[^@/:]*@)?)github\.com(?::\d+(?=\/))?[/:]+([^/]+\/[^/]+?)(?:\.git)?\/?$/i.exec(url.trim())?.[1];
}
