/** One thing that a pattern asks for. */
export interface GlobToken {
  /**
   * How many characters: `one`, an `optional` one, `some` but at least one, or as `many` as there are,
   * none too. `directories` is any number of them with their slashes.
   */
  readonly takes: 'one' | 'optional' | 'some' | 'many' | 'directories';
  /** Which characters; for directories it says nothing. */
  readonly admits: (character: string) => boolean;
}

/**
 * Whether the tokens match a whole text.
 *
 * All ways are followed at once and none is gone back on, so it takes as many steps as there are
 * tokens times characters: a pattern that comes from outside cannot make it take long, as it could
 * with a regular expression.
 *
 * @param text or what it is made of, where that is not whole characters
 */
export function matchesGlob(tokens: readonly GlobToken[], text: Iterable<string>): boolean {
  const characters = [...text];
  const start = [true, ...characters.map(() => false)];
  const ends = tokens.reduce((reached, token) => reached.includes(true) ? after(token, characters, reached) : reached, start);
  return ends[characters.length];
}

/** Where a token may end, by the number of characters before it, if it may begin where `reached` says. */
function after({ takes, admits }: GlobToken, characters: readonly string[], reached: readonly boolean[]): boolean[] {
  const ends = takes === 'one' || takes === 'some' ? reached.map(() => false) : [...reached];
  const goesOn = takes === 'some' || takes === 'many';
  let inDirectories = false;
  characters.forEach((character, at) => {
    inDirectories ||= takes === 'directories' && reached[at];
    const taken = inDirectories ? character === '/' : takes !== 'directories' && (reached[at] || goesOn && ends[at]) && admits(character);
    ends[at + 1] ||= taken;
  });
  return ends;
}
