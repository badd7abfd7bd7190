import { oneLine } from '../../text/markdown';

const LONGEST_LINE = 48;
/** A no-break space: Mermaid does not parse an empty label. */
const NOTHING = '#160;';

/**
 * A node's label. Mermaid reads labels as Markdown and HTML, so each sign that is not plainly part
 * of a word is written as Mermaid's entity code (`#42;`).
 */
export function label(...lines: readonly string[]): string {
  return `"${lines.map((line) => encode(shorten(oneLine(line)))).join('<br/>') || NOTHING}"`;
}

function shorten(line: string): string {
  const characters = [...line];
  return characters.length <= LONGEST_LINE ? line : `${characters.slice(0, LONGEST_LINE - 1).join('')}…`;
}

/** Signs that are none of a word, if they do not stand inside of one. */
const BETWEEN = /^[._-]$/;
const WORD = /^[\p{L}\p{N}]$/u;

function encode(line: string): string {
  const signs = [...line];
  const isWord = signs.map((sign) => WORD.test(sign));
  return signs.map((sign, at) => isWord[at] || ' /,'.includes(sign) || (BETWEEN.test(sign) && isWord[at - 1] && isWord[at + 1])
    ? sign
    : `#${sign.codePointAt(0)};`).join('');
}
