import compare from 'semver/functions/compare';
import { fields, text } from '../../outside/data';
import { gitIn } from '../../outside/git';
import { type Ref, refsIn } from '../../outside/git-refs';
import { run, type Where } from '../../outside/program';
import { askAll, ownRepository } from '../../requirements/ask';
import { CannotTell } from '../../requirements/verdict';
import type { World } from '../../requirements/world';
import { withoutTokens } from '../../text/tokens';
import { semverIn } from '../plan/next-versions';

export interface TagHere extends Ref {
  /** When it was made, or its commit; ISO 8601. */
  readonly date: string;
}

/** By the whole name of each branch and tag. */
export type RemoteRefs = ReadonlyMap<string, Ref>;

/** A tag, as it is here and on the remote. */
export interface KnownTag {
  readonly name: string;
  readonly here: TagHere | undefined;
  readonly there: Ref | undefined;
}

const TAGS = 'refs/tags/';
const FIELDS = ['refname', 'objectname', '*objectname', 'creatordate:iso-strict'].map((field) => `%(${field})`).join('%00');

/** @throws Error where this is no clone */
export async function tagsHere(where: Where): Promise<Map<string, TagHere>> {
  const lines = (await gitIn(where)('for-each-ref', `--format=${FIELDS}`, TAGS)).split('\n').filter(Boolean);
  return new Map(lines.map((line) => {
    const [ref, object, commit, date] = line.split('\0');
    return [ref.slice(TAGS.length), { object, commit: commit || object, date }];
  }));
}

/**
 * What the remote has, asked by git, or else by GitHub's API: git may have no credentials where gh has.
 *
 * @throws CannotTell
 */
export async function refsThere(remote: string, world: World, where: Where, seconds: number): Promise<RemoteRefs> {
  const quiet = { ...where, env: { ...where.env, GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', LC_ALL: 'C' } };
  const { code, stdout, stderr } = await run('git', ['ls-remote', '--heads', '--tags', '--', remote], quiet, seconds);
  if (code === 0) {
    return refsIn(stdout);
  }
  const said = withoutTokens(stderr.trim().split('\n')[0]);
  const why = new CannotTell(`remote '${remote}' could not be asked: ${said || `git failed with exit code ${code}`}`, '');
  return tagsByApi(world).catch(() => { throw why; });
}

async function tagsByApi(world: World): Promise<RemoteRefs> {
  const refs = await askAll(world.github, `/repos/${ownRepository(world)}/git/matching-refs/tags/`, '', 'read access to the repository');
  return new Map(refs.map(({ ref, object }) => {
    const { sha, type } = fields(object);
    return [text(ref), { object: text(sha), commit: type === 'commit' ? text(sha) : '' }];
  }));
}

/** All tags, the newest first: by version, and those without one, or of one version, by when they were made. */
export function sortedTags(here: ReadonlyMap<string, TagHere>, there: RemoteRefs | undefined): KnownTag[] {
  const onRemote = [...there?.keys() ?? []].filter((ref) => ref.startsWith(TAGS)).map((ref) => ref.slice(TAGS.length));
  const all = [...new Set([...here.keys(), ...onRemote])].map((name) => ({ name, here: here.get(name), there: there?.get(TAGS + name) }));
  return all.sort((one, other) => byVersion(other.name, one.name) || madeAt(other) - madeAt(one) || (other.name < one.name ? -1 : 1));
}

function byVersion(one: string, other: string): number {
  const [left, right] = [one, other].map(semverIn);
  return left && right ? compare(left, right) : Number(Boolean(left)) - Number(Boolean(right));
}

function madeAt({ here }: KnownTag): number {
  return Date.parse(here?.date ?? '') || 0;
}
