import type { Git } from '../../outside/git';

/** By what git is told not to look at a file, so that it does not say whether it was changed. */
export type Mark = 'assume-unchanged' | 'skip-worktree';

export interface TrackedFile {
  /** From the root. */
  readonly path: string;
  readonly mark: Mark | undefined;
}

/** The files that git knows: no links, which may lead anywhere, and no submodules. */
export async function trackedFiles(git: Git): Promise<TrackedFile[]> {
  const entries = (await git('ls-files', '-z', '-v', '--stage')).split('\0');
  return entries.flatMap((entry) => {
    const [, letter, path] = /^(\w) 100[0-7]{3} [0-9a-f]+ 0\t([^]+)$/.exec(entry) ?? [];
    return path === undefined ? [] : [{ path, mark: markOf(letter) }];
  });
}

/** A small letter says the one, whichever it is, and S the other. */
function markOf(letter: string): Mark | undefined {
  return letter.toUpperCase() === 'S' ? 'skip-worktree' : letter === letter.toLowerCase() ? 'assume-unchanged' : undefined;
}
