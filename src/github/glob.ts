/** One thing that a pattern asks for. */
export interface GlobToken {
  /** `one` character, `many` of them or none, or whole `directories` with their slash, or none. */
  readonly takes: 'one' | 'many' | 'directories';
  /** Which characters; for directories it says nothing. */
  readonly admits: (character: string) => boolean;
}

/**
 * Whether the tokens match a whole text.
 *
 * All ways are followed at once and none is gone back on: a pattern that comes from outside cannot
 * make it take long, as it could with a regular expression.
 */
export function matchesGlob(tokens: readonly GlobToken[], text: string): boolean {
  let reached = new Set([0]);
  for (const token of tokens) {
    reached = new Set([...reached].flatMap((from) => ends(token, text, from)));
  }
  return reached.has(text.length);
}

/** Where a token may end that begins there. */
function ends({ takes, admits }: GlobToken, text: string, from: number): number[] {
  switch (takes) {
    case 'one': return from < text.length && admits(text[from]) ? [from + 1] : [];
    case 'many': return upTo(from, [...text.slice(from)].findIndex((character) => !admits(character)), text.length);
    case 'directories': return [from, ...[...text].flatMap((character, index) => index >= from && character === '/' ? [index + 1] : [])];
  }
}

function upTo(from: number, length: number, end: number): number[] {
  return Array.from({ length: (length < 0 ? end - from : length) + 1 }, (_, index) => from + index);
}
