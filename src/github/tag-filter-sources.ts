import type { GlobToken } from './glob';

/** What `tagFilterToRegExpSource` writes: any character, a set, a character of several bytes in parentheses, or one alone. */
const ATOM = /(?:(\.)|\[(\^?)([\w./+$|(){}-]+)\]|\(([^\u0000-\u007f])\)|([^.[\]()*+?^$\\|{}]))([?+*]?)/gsuy;
const TAKES = { '': 'one', '?': 'optional', '+': 'some', '*': 'many' } as const;

/**
 * Reads a regular expression that `tagFilterToRegExpSource` wrote, as it stands in a workflow that
 * anybody may have changed since; undefined where it is of another kind.
 */
export function readTagFilterSource(source: string): GlobToken[] | undefined {
  const inner = /^\^(.*)\$$/s.exec(source)?.[1];
  const atoms = [...(inner ?? '').matchAll(ATOM)];
  return atoms.map(([atom]) => atom).join('') === inner ? atoms.map(toToken) : undefined;
}

function toToken([, any, negation, set, ofManyBytes, literal, quantifier]: RegExpExecArray): GlobToken {
  const takes = TAKES[quantifier as keyof typeof TAKES];
  if (any) {
    return { takes, admits: () => true };
  }
  if (!set) {
    return { takes, admits: (character) => character === (ofManyBytes ?? literal) };
  }
  const members = set.match(/.-.|./g)!;
  const has = (character: string) => members.some((member) => member[0] <= character && character <= member[member.length - 1]);
  return { takes, admits: (character) => has(character) !== (negation !== '') };
}
