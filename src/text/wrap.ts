import { columnsOf, pieces } from './columns';
import { SIGNS } from './signs';

const ALL_SIGNS = Object.values(SIGNS).join('');
/** A word with the blanks before it. What stands in quotes, such as a command to type, is one; a sign in a text, which may be of strangers, begins no line. */
const WORD = new RegExp(` *(?:"[^" ][^"]{0,38}"[^ ]*|[^ ]+)(?: +[${ALL_SIGNS}](?![^ ]))*`, 'gu');
/** What the text of a line stands behind: a sign, a number, a dash. */
const BEGIN = new RegExp(`^ *(?:(?:[${ALL_SIGNS}-]|\\d+\\.) +)?`, 'u');
/** A terminal breaks it itself, and makes a link of it that is whole. */
const ADDRESS = /https?:\/\//;
/** The first cell of a row. */
const CELL = /^[^ ]+(?: [^ ]+)* {2,}(?=[^ ])/;

/**
 * Breaks a text between words, and a word only where it alone is too long and no address.
 *
 * @param indent blanks before each line but the first
 */
export function wrap(text: string, columns: number, indent = 0): string[] {
  const lines: string[] = [];
  const below = ' '.repeat(indent);
  for (const word of visible(text).match(WORD) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(last) + columnsOf(word) <= columns) {
      lines[lines.length - 1] = last + word;
    } else {
      const [blanks] = /^ */.exec(last === undefined ? word : below)!;
      const begin = blanks.length > columns / 2 ? '' : blanks;
      const [first, ...more] = ADDRESS.test(word) ? [word.trimStart()] : pieces(word.trimStart(), columns - Math.max(begin.length, indent));
      lines.push(begin + first, ...more.map((piece) => below + piece));
    }
  }
  return lines.length ? lines : [''];
}

/**
 * A text with its lines broken where they are too long. They go on below the text that they begin
 * with, behind a sign or the first cell of a row, if that leaves half of the columns to it.
 */
export function folded(text: string, columns: number): string {
  return text.split('\n').flatMap((line) => columnsOf(line) <= columns ? line : foldedLine(line, columns)).join('\n');
}

function foldedLine(line: string, columns: number): string[] {
  const begin = BEGIN.exec(line)![0].length;
  const cell = CELL.exec(line.slice(begin))?.[0] ?? '';
  const indent = begin + columnsOf(cell);
  if (indent <= columns / 2) {
    return wrap(line, columns, indent);
  }
  const [first, rest] = cell ? [line.slice(0, begin + cell.length).trimEnd(), line.slice(begin + cell.length)] : [line, ''];
  return [...wrap(first, columns, Math.min(begin, columns / 2)), ...rest ? wrap(' '.repeat(begin + 2) + rest, columns, begin + 2) : []];
}

/** What a file holds must not move a terminal's cursor. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
}
