import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { wordsOf } from './refusals';
import { type TrackedFile, trackedFiles } from './tracked-files';
import { type Git, gitIn } from '../../outside/git';
import { type Ref, refsIn } from '../../outside/git-refs';
import type { Where } from '../../outside/program';
import { distinct } from '../../text/words';

/** What git says of a clone and of its remote, as both are now. */
export interface Clone {
  readonly head: string;
  /** Whole message of that commit. */
  readonly message: string;
  /** The branch that is checked out; '' where none is. */
  readonly branch: string;
  /** What it is pushed to: the name of the remote and, unless no branch is checked out, the ref there. */
  readonly remote: string;
  readonly destination: string;
  /** Whether git itself would refuse to push there, because the branch there is called otherwise. */
  readonly isElsewhere: boolean;
  /** Whether what is pushed goes to more than one place, or to another than is asked: neither is all or nothing, nor seen. */
  readonly isSplit: boolean;
  /** An address of the remote. It may hold a token. */
  readonly address: string;
  /** What was begun and is not finished, such as a merge; '' for nothing. */
  readonly unfinished: string;
  /** Files that git knows and that differ from the commit. */
  readonly changed: readonly string[];
  readonly tracked: readonly TrackedFile[];
  /** How many commits the remote's branch has not yet. */
  readonly ahead: number;
  /** Whether the remote's branch has commits that are not here. */
  readonly behind: boolean;
  readonly tags: ReadonlyMap<string, Ref>;
  readonly remoteTags: ReadonlyMap<string, Ref>;
}

const UNFINISHED: Readonly<Record<string, string>> = {
  'MERGE_HEAD': 'a merge',
  'rebase-merge': 'a rebase',
  'rebase-apply': 'a rebase',
  'CHERRY_PICK_HEAD': 'a cherry-pick',
  'REVERT_HEAD': 'a revert',
  'BISECT_LOG': 'a bisection',
  'index.lock': 'a git command, which runs or was ended and has left the file index.lock to be deleted,',
};

/**
 * Asks git here and, over the network, the remote.
 *
 * @throws Error in words, where there is no commit or no remote, or the remote does not answer
 */
export async function cloneOf(where: Where, remoteWhere: Where = where): Promise<Clone> {
  const git = gitIn(where);
  const ask = async (...args: string[]) => git(...args).then((text) => text.trim(), () => '');
  const head = await ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
  if (!head) {
    throw new Error('there is no commit to tag here: this is no git repository, or nothing was committed yet');
  }
  const branch = await ask('symbolic-ref', '--short', '--quiet', 'HEAD');
  const { remote, destination, isElsewhere } = await pushTarget(ask, branch);
  const refs = await remoteRefs(gitIn(remoteWhere), remote);
  const addresses = (await ask('remote', 'get-url', '--push', '--all', remote)).split('\n');
  return {
    head,
    message: await git('log', '-1', '--format=%B', head),
    branch,
    remote,
    destination,
    isElsewhere,
    isSplit: addresses.length > 1 || nameIn(addresses[0]) !== nameIn(await ask('remote', 'get-url', remote)),
    address: addresses[0],
    unfinished: await unfinished(git, where.root),
    changed: await changedIn(git),
    tracked: await trackedFiles(git),
    ...await distance(ask, head, refs.get(destination)?.object),
    tags: tagsIn(refsIn(await git('for-each-ref', '--format=%(objectname)\t%(refname)%0a%(*objectname)\t%(refname)^{}', 'refs/tags'))),
    remoteTags: tagsIn(refs),
  };
}

type Ask = (...args: string[]) => Promise<string>;

/** Where "git push" would push the branch to, as far as it is configured. */
async function pushTarget(ask: Ask, branch: string): Promise<Pick<Clone, 'remote' | 'destination' | 'isElsewhere'>> {
  const remotes = (await ask('remote')).split('\n').filter(Boolean);
  const configured = [await ask('config', `branch.${branch}.pushRemote`), await ask('config', 'remote.pushDefault'), await ask('config', `branch.${branch}.remote`)];
  const remote = [...configured, 'origin', remotes.length === 1 ? remotes[0] : ''].find((name) => remotes.includes(name));
  if (remote === undefined) {
    throw new Error(remotes.length ? `there are the remotes ${remotes.join(', ')}, and nothing says which one to push to; set it: git config remote.pushDefault NAME`
      : 'there is no remote to push to; add it: git remote add origin ADDRESS');
  }
  const upstream = await ask('config', `branch.${branch}.remote`) === remote ? await ask('config', `branch.${branch}.merge`) : '';
  const destination = branch && (upstream || `refs/heads/${branch}`);
  const isElsewhere = destination !== (branch && `refs/heads/${branch}`) && !['upstream', 'tracking'].includes(await ask('config', 'push.default'));
  return { remote, destination, isElsewhere };
}

/** The end of an address, which is the same in every way to write it. */
function nameIn(address: string): string {
  return address.replace(/\/+$/, '').replace(/\.git$/, '').split(/[/:]/).slice(-2).join('/');
}

async function remoteRefs(git: Git, remote: string): Promise<Map<string, Ref>> {
  try {
    return refsIn(await git('ls-remote', '--heads', '--tags', remote));
  } catch (error) {
    throw new Error(`remote '${remote}' could not be asked: ${wordsOf((error as Error).message)[0]}`);
  }
}

function tagsIn(refs: ReadonlyMap<string, Ref>): Map<string, Ref> {
  return new Map([...refs].filter(([ref]) => ref.startsWith('refs/tags/')).map(([ref, tag]) => [ref.replace('refs/tags/', ''), tag]));
}

/** Also what is staged and put back in the file since, which a commit of the file would lose. */
async function changedIn(git: Git): Promise<string[]> {
  const listed = [await git('diff', '--name-only', '-z', 'HEAD'), await git('diff', '--name-only', '-z', '--cached', 'HEAD')];
  return distinct(listed.flatMap((names) => names.split('\0').filter(Boolean)));
}

async function unfinished(git: Git, root: string): Promise<string> {
  for (const [name, what] of Object.entries(UNFINISHED)) {
    if (existsSync(path.resolve(root, (await git('rev-parse', '--git-path', name)).trim()))) return what;
  }
  return '';
}

/** A commit of the remote that was never fetched is one that is not here. */
async function distance(ask: Ask, head: string, there: string | undefined): Promise<Pick<Clone, 'ahead' | 'behind'>> {
  const [missing, ahead] = there === undefined ? ['0', ''] : (await ask('rev-list', '--left-right', '--count', `${there}...${head}`)).split('\t');
  return { ahead: ahead ? Number(ahead) : Number(await ask('rev-list', '--count', head, '--not', '--remotes')), behind: missing !== '0' };
}
