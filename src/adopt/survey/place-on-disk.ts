import type { GitPlace, Place } from './place';
import { directoriesBeside, fileIn, namesIn, placeOf } from '../../outside/checkout';
import { readIfThere } from '../../outside/files';
import { type Git, gitIn } from '../../outside/git';
import type { Where } from '../../outside/program';

/** A repository on this machine. Git is asked once, and nothing outside of the repository is read but the names beside it. */
export async function placeOnDisk(root: string, env: Where['env'] = process.env): Promise<Place> {
  const [git, noGit] = await gitPlaceOf(root, gitIn({ root, env }));
  return {
    read: (file) => readIfThere(fileIn(root, file)),
    list: (directory) => namesOf(root, directory),
    exists: (path) => isThere(placeOf(root, path)),
    git,
    noGit,
    siblings: directoriesBeside(root),
  };
}

/** What nobody may read is there all the same, and is told when it is read. */
function isThere({ stats, hindrance }: ReturnType<typeof placeOf>): boolean {
  return stats !== undefined || hindrance !== undefined && hindrance.kind !== 'occupied';
}

/** A link may lead anywhere. */
function namesOf(root: string, directory: string): readonly string[] {
  try {
    return namesIn(root, directory);
  } catch {
    return [];
  }
}

async function gitPlaceOf(root: string, git: Git): Promise<[git: GitPlace | undefined, noGit: string]> {
  try {
    const [top, prefix] = (await git('rev-parse', '--show-toplevel', '--show-prefix')).split('\n');
    const isShallow = (await git('rev-parse', '--is-shallow-repository')).trim() === 'true';
    return [{
      root: top,
      prefix: prefix.replace(/\/$/, ''),
      remotes: (await settings(git, '^remote\\..*\\.url$')).map(([key, url]) => ({ name: key.slice('remote.'.length, -'.url'.length), url: withoutLogin(url) })),
      branch: (await asked(git, 'symbolic-ref', '--quiet', '--short', 'HEAD')).trim() || undefined,
      submodules: await submodulesOf(root, git),
      tags: lines(await git('for-each-ref', '--sort=-creatordate', '--format=%(refname:strip=2)', 'refs/tags')),
      isShallow,
      isDirty: (await git('status', '--porcelain')).trim() !== '',
    }, ''];
  } catch (error) {
    return [undefined, (error as Error).message];
  }
}

async function submodulesOf(root: string, git: Git): Promise<GitPlace['submodules']> {
  const file = '.gitmodules';
  if (placeOf(root, file).stats === undefined || placeOf(root, file).hindrance !== undefined) {
    return [];
  }
  const said = await settings(git, '^submodule\\..*\\.(path|url)$', '--file', file);
  const urls = new Map(said.filter(([key]) => key.endsWith('.url')).map(([key, url]) => [key.replace(/\.url$/, ''), withoutLogin(url)]));
  return said.filter(([key]) => key.endsWith('.path')).map(([key, path]) => ({ path, url: urls.get(key.replace(/\.path$/, '')) ?? '' }));
}

/** Settings of git whose names are like a pattern. */
async function settings(git: Git, pattern: string, ...where: readonly string[]): Promise<[key: string, value: string][]> {
  const records = (await asked(git, 'config', ...where, '--null', '--get-regexp', pattern)).split('\0').filter(Boolean);
  return records.map((record) => {
    const [key, ...value] = record.split('\n');
    return [key, value.join('\n')];
  });
}

/** Nothing, where it fails because there is nothing. */
async function asked(git: Git, ...args: readonly string[]): Promise<string> {
  return git(...args).catch(() => '');
}

/** An address may hold a token. */
function withoutLogin(url: string): string {
  return url.replace(/^([a-z+]+:\/\/)[^/@]*@/i, '$1');
}

function lines(text: string): string[] {
  return text.split('\n').filter(Boolean);
}
