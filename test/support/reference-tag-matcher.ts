/**
 * A second implementation of GitHub's filter patterns, for comparison: it walks over pattern and name
 * by backtracking, builds no regular expression and shares no code with `src`.
 *
 * It takes possible patterns only and does not look at a leading `!`.
 */
export function referenceMatches(pattern: string, name: string): boolean {
  return walk([...pattern], 0, [...name], 0, new Map());
}

function walk(pattern: string[], p: number, name: string[], n: number, seen: Map<string, boolean>): boolean {
  const key = `${p}/${n}`;
  const known = seen.get(key);
  if (known !== undefined) {
    return known;
  }
  const result = step(pattern, p, name, n, seen);
  seen.set(key, result);
  return result;
}

function step(pattern: string[], p: number, name: string[], n: number, seen: Map<string, boolean>): boolean {
  if (p === pattern.length) {
    return n === name.length;
  }
  if (beginsDirectories(pattern, p)) {
    const slashes = name.flatMap((character, at) => at >= n && character === '/' ? [at] : []);
    return [n, ...slashes.map((at) => at + 1)].some((at) => walk(pattern, p + 3, name, at, seen));
  }
  if (pattern[p] === '*') {
    const double = pattern[p + 1] === '*';
    const behind = p + (double ? 2 : 1);
    const takesOne = n < name.length && (double || name[n] !== '/');
    return walk(pattern, behind, name, n, seen) || (takesOne && walk(pattern, p, name, n + 1, seen));
  }
  const end = endOfUnit(pattern, p);
  const hit = n < name.length && unitHas(pattern.slice(p, end), name[n]);
  switch (pattern[end]) {
    case '?':
      return walk(pattern, end + 1, name, n, seen) || (hit && walk(pattern, end + 1, name, n + 1, seen));
    case '+':
      return hit && (walk(pattern, end + 1, name, n + 1, seen) || walk(pattern, p, name, n + 1, seen));
    default:
      return hit && walk(pattern, end, name, n + 1, seen);
  }
}

/** Directories, any number of them: a wildcard for a whole part of the name, and more. */
function beginsDirectories(pattern: string[], p: number): boolean {
  const [before, ...stars] = [p === 0 ? '/' : pattern[p - 1], ...pattern.slice(p, p + 3)];
  return before === '/' && stars.join('') === '**/' && !['?', '+'].includes(pattern[p + 3]);
}

/** A unit is what `?` and `+` repeat: a set, an escaped character or a character. */
function endOfUnit(pattern: string[], p: number): number {
  if (pattern[p] === '[') {
    return pattern.indexOf(']', p) + 1;
  }
  return pattern[p] === '\\' ? p + 2 : p + 1;
}

function unitHas(unit: string[], character: string): boolean {
  if (unit[0] !== '[') {
    return unit[unit.length - 1] === character;
  }
  for (let i = 1; i < unit.length - 1; i++) {
    const isRange = unit[i + 1] === '-' && i + 2 < unit.length - 1;
    if (isRange ? unit[i] <= character && character <= unit[i + 2] : unit[i] === character) {
      return true;
    }
    i += isRange ? 2 : 0;
  }
  return false;
}
