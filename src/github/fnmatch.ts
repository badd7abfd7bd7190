import { matchesGlob, type GlobToken } from './glob';

/** The end of a set is not looked for beyond what anybody writes, else many that have none take long. */
const TOKEN = /(\*\*\/)|(\*+)|(\?)|\[([!^]?)((?:\\.|[^\]\\]){1,100})\]|\\(.)|(.)/gs;
const RANGE = /\\?(.)(?:-\\?(.))?/gs;

/**
 * Whether a pattern of a ruleset or of an environment matches a whole name. `*` does not reach over
 * a slash; `**` before one does. It is not as in `on.push.tags`: `?` is any character, `+` is a plus.
 *
 * @see https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository#using-fnmatch-syntax
 */
export function fnmatch(pattern: string, name: string): boolean {
  return matchesGlob([...pattern.matchAll(TOKEN)].map(toToken), name);
}

/** What a pattern asks for at one place: the groups are directories, any characters, any one, whether a set is negated, the set, an escaped character, another. */
export function toToken([, globstar, star, any, negation, set, escaped, other]: RegExpExecArray): GlobToken {
  if (globstar) return { takes: 'directories', admits: noSlash };
  if (star) return { takes: 'many', admits: noSlash };
  if (any) return { takes: 'one', admits: noSlash };
  return { takes: 'one', admits: set ? ofSet(set, negation !== '') : (character) => character === (escaped ?? other) };
}

function noSlash(character: string): boolean {
  return character !== '/';
}

function ofSet(set: string, negated: boolean): GlobToken['admits'] {
  const ranges = [...set.matchAll(RANGE)].map(([, first, last = first]) => ({ first, last }));
  return (character) => noSlash(character) && ranges.some(({ first, last }) => first <= character && character <= last) !== negated;
}
