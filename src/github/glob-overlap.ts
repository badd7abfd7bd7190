import type { GlobToken } from './glob';

/** Characters that paths are made of; the last stands for all others. */
const CHARACTERS = [...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)), '\u00e9'];
const ANY = new Set(CHARACTERS);
const SLASH = new Set(['/']);

/** A way from one place among tokens to another, by some characters. */
interface Way {
  readonly to: number;
  readonly by: ReadonlySet<string>;
}

/** For each place the ways from there; and where one gets from it without a character. Places are even between tokens, and odd in the directories of one. */
interface Ways {
  readonly by: readonly (readonly Way[])[];
  readonly skips: readonly (number | undefined)[];
  readonly end: number;
}

/**
 * Whether some path that the second tokens stand for is matched by a pattern, or lies below a
 * directory that is. Where not, the pattern surely collects nothing of them.
 */
export function overlaps(pattern: readonly GlobToken[], path: readonly GlobToken[]): boolean {
  return meet(pattern, path, (ways) => ways.some(({ by }) => by === SLASH || by.size === 1 && by.has('/')));
}

/** Whether both match some text. */
export function shareText(pattern: readonly GlobToken[], other: readonly GlobToken[]): boolean {
  return meet(pattern, other, () => false);
}

function meet(pattern: readonly GlobToken[], path: readonly GlobToken[], mayGoOn: (rest: readonly Way[]) => boolean): boolean {
  const [one, other] = [waysOf(pattern), waysOf(path)];
  const reached: (readonly [number, number])[] = [[0, 0]];
  const seen = new Set<number>();
  for (const [at, beside] of reached) {
    const key = at * (other.end + 1) + beside;
    if (seen.has(key)) {
      continue;
    }
    seen.add(key);
    if (at === one.end && (beside === other.end || mayGoOn(other.by[beside]))) {
      return true;
    }
    const [skip, skipBeside] = [one.skips[at], other.skips[beside]];
    reached.push(
      ...skip === undefined ? [] : [[skip, beside] as const],
      ...skipBeside === undefined ? [] : [[at, skipBeside] as const],
      ...one.by[at].flatMap((way) => other.by[beside].filter(({ by }) => share(way.by, by)).map(({ to }) => [way.to, to] as const)),
    );
  }
  return false;
}

function waysOf(tokens: readonly GlobToken[]): Ways {
  const by = tokens.flatMap(({ takes, admits }, index): Way[][] => {
    const [here, inside, next] = [2 * index, 2 * index + 1, 2 * index + 2];
    if (takes === 'directories') {
      const ways = [{ to: inside, by: ANY }, { to: next, by: SLASH }];
      return [ways, ways];
    }
    const characters = new Set(CHARACTERS.filter(admits));
    return [[{ to: next, by: characters }, ...takes === 'many' || takes === 'some' ? [{ to: here, by: characters }] : []], []];
  });
  const skips = tokens.flatMap(({ takes }, index) => [['optional', 'many', 'directories'].includes(takes) ? 2 * index + 2 : undefined, undefined]);
  return { by: [...by, []], skips, end: 2 * tokens.length };
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  for (const character of fewer) {
    if (more.has(character)) {
      return true;
    }
  }
  return false;
}
