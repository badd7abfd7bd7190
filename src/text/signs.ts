/** What stands in front of a line that says how something is: one sign means the same in every command. */
export const SIGNS = {
  /** It is well, or has succeeded. */
  good: '✓',
  /** It speaks against it, or has failed. */
  bad: '✗',
  /** It deserves a look, and speaks against nothing. */
  warning: '!',
  /** It could not be found out. */
  unknown: '?',
  /** There is a newer one. */
  behind: '↑',
  /** It is under way. */
  running: '●',
  /** It has not begun. */
  waiting: '○',
  /** It was, or will be, left out. */
  skipped: '–',
  /** It stays as it was. */
  kept: '→',
} as const;

export type Sign = keyof typeof SIGNS;

/** Of a terminal, as numbers of "Select Graphic Rendition". */
const COLOURS: Readonly<Record<Sign, number>> = {
  good: 32, bad: 31, warning: 33, unknown: 33, behind: 36, running: 36, waiting: 90, skipped: 90, kept: 36,
};

const AT_BEGIN = new RegExp(`^([\\s│├└─]*)([${Object.values(SIGNS).join('')}])(?= )`, 'gmu');

/**
 * A text with its signs in their colours. The sign alone is coloured, and where it begins a line:
 * a text stays what it is without colours, and what strangers wrote colours nothing else.
 */
export function withColours(text: string): string {
  return text.replace(AT_BEGIN, (_, indent: string, sign: string) => `${indent}\u001b[${colourOf(sign)}m${sign}\u001b[39m`);
}

function colourOf(sign: string): number {
  return COLOURS[(Object.keys(SIGNS) as Sign[]).find((name) => SIGNS[name] === sign)!];
}
