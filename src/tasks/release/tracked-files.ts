import type { Git } from '../../outside/git';

/** The files that git knows, from the root: no links, which may lead anywhere, and no submodules. */
export async function trackedFiles(git: Git): Promise<string[]> {
  const entries = (await git('ls-files', '-z', '--stage')).split('\0');
  return entries.flatMap((entry) => /^100[0-7]{3} [0-9a-f]+ 0\t([^]+)$/.exec(entry)?.[1] ?? []);
}
