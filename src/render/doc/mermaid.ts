import { oneLine } from '../../text/markdown';

const LONGEST_LINE = 48;
/** A no-break space: Mermaid does not parse an empty label. */
const NOTHING = '#160;';

/**
 * A node's label. Mermaid reads labels as Markdown and HTML, so each sign that is not plainly part
 * of a word is written as Mermaid's entity code (`#42;`).
 */
export function label(...lines: readonly string[]): string {
  return `"${lines.map(line => encode(shorten(oneLine(line)))).join('<br/>') || NOTHING}"`;
}

function shorten(line: string): string {
  const characters = [...line];
  return characters.length <= LONGEST_LINE ? line : `${characters.slice(0, LONGEST_LINE - 1).join('')}…`;
}

const WORD = String.raw`[\p{L}\p{N}]`;
const NOT_A_WORD = new RegExp(`(?<=${WORD})[._-](?=${WORD})|[\\p{L}\\p{N} /,]|(.)`, 'gu');

function encode(line: string): string {
  return line.replace(NOT_A_WORD, (kept: string, sign?: string) => (sign === undefined ? kept : `#${sign.codePointAt(0)};`));
}
