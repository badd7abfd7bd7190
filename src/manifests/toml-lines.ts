import { type Line, linesOf } from './manifest-kind';

export interface TomlLine extends Line {
  /** The table that it is of, as it is written; a header is of the one that begins. */
  readonly table: string;
  readonly isHeader: boolean;
  /** Whether it begins in a string of several lines, or in the lists and tables of a value. */
  readonly isOpen: boolean;
}

export function tomlLines(text: string): TomlLine[] {
  let table = '';
  let place: Place = { quotes: '', depth: 0 };
  return linesOf(text).map(({ line, at }) => {
    const isOpen = place.quotes !== '' || place.depth > 0;
    const isHeader = !isOpen && /^[ \t]*\[/.test(line);
    if (isHeader) {
      table = tableOf(line);
    } else {
      place = placeBehind(line, place);
    }
    return { line, at, table, isHeader, isOpen };
  });
}

/** The name of a table, as it is written; no known one for a list of tables. */
function tableOf(line: string): string {
  const [name] = /^.*?\](?=[ \t]*(?:#.*)?$)/.exec(line) ?? ['[?]'];
  return name.trim().slice(1, -1).trim();
}

/** Where a line begins: in a string of several lines, or in the lists and tables of a value. */
interface Place {
  readonly quotes: string;
  readonly depth: number;
}

function placeBehind(line: string, before: Place): Place {
  let { quotes, depth } = before;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (quotes) {
      if (sign === '\\' && quotes.includes('"')) {
        at += 1;
      } else if (line.startsWith(quotes, at)) {
        for (at += 2; line[at + 1] === sign; at++);
        quotes = '';
      }
    } else if (sign === '#') {
      break;
    } else if (sign === '"' || sign === "'") {
      const isLong = line.startsWith(sign.repeat(3), at);
      quotes = isLong ? sign.repeat(3) : '';
      at = isLong ? at + 2 : endOfString(line, at);
    } else if (sign === '[' || sign === '{') {
      depth += 1;
    } else if ((sign === ']' || sign === '}') && depth > 0) {
      depth -= 1;
    }
  }
  return { quotes, depth };
}

/** Where the quote stands that ends the string of one line that begins here. */
function endOfString(line: string, begin: number): number {
  let at = begin + 1;
  while (at < line.length && line[at] !== line[begin]) {
    at += line[begin] === '"' && line[at] === '\\' ? 2 : 1;
  }
  return at;
}
