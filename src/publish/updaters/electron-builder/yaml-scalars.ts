import type { Yaml } from './yaml';

const SINGLE = /^'((?:[^']|'')*)'$/;
const DOUBLE = /^"((?:[^"\\]|\\.)*)"$/;
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  'a': '\x07',
  'b': '\b',
  't': '\t',
  'n': '\n',
  'v': '\v',
  'f': '\f',
  'r': '\r',
  'e': '\x1b',
  '"': '"',
  '/': '/',
  '\\': '\\',
  'N': '\x85',
  '_': '\xa0',
  'L': '\u2028',
  'P': '\u2029',
};

/** What can stand without quotes: it does not look like something else. */
const PLAIN = /^(?![\s\-?:,[\]{}#&*!|>'"%@`=])(?!.*(?:: | #|[:\s]$)).+$/s;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const WORDS: ReadonlyMap<string, boolean | null> = new Map([['null', null], ['true', true], ['false', false]]);

/** What some reader or other takes for a number, a date, a truth value or nothing. */
const AMBIGUOUS = /^(?:[-+]?(?:0[box][\da-f_]+|\.?\d[\d_]*(?::[\d_]+)*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.inf|\.nan)|\d{4}-\d\d?-\d\d?(?:[t\s].*)?|null|true|false|yes|no|on|off|y|n|~|<<)$/i;

/** The value of a scalar that stands on one line; undefined where it is none that js-yaml writes. */
export function readScalar(text: string): Yaml | undefined {
  if (text === '[]') return [];
  if (text === '{}') return new Map();
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (NUMBER.test(text)) return Number.isSafeInteger(Math.trunc(Number(text))) ? Number(text) : undefined;
  if (isPlain(text)) return text;
  const single = SINGLE.exec(text);
  return single ? single[1].replaceAll('\'\'', '\'') : unescaped(DOUBLE.exec(text)?.[1]);
}

/** Whether a text means itself, without quotes. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text) && !AMBIGUOUS.test(text);
}

function unescaped(text: string | undefined): string | undefined {
  let known = text !== undefined;
  const value = text?.replace(ESCAPE, (_, x?: string, u?: string, U?: string, letter = '') => {
    const code = Number.parseInt(x ?? u ?? U ?? '', 16);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : ESCAPES[letter];
    known &&= character !== undefined;
    return character ?? '';
  });
  return known ? value : undefined;
}

/** The text of a block: `|` keeps its lines, `>` joins them; `-` takes the line breaks at its end away, `+` keeps them all. */
export function readBlock(lines: readonly string[], style: string, chomping: string): string {
  let last = lines.length;
  while (last && lines[last - 1] === '') {
    last -= 1;
  }
  const text = style === '|' ? lines.slice(0, last).join('\n') : folded(lines.slice(0, last));
  if (chomping === '+') {
    return text + '\n'.repeat(lines.length - last + (last ? 1 : 0));
  }
  return chomping === '' && last ? `${text}\n` : text;
}

/** Lines that follow one another are one; empty lines, and lines that are indented further, break. */
function folded(lines: readonly string[]): string {
  let text = '';
  let breaks = 0;
  let before: string | undefined;
  for (const line of lines) {
    if (line === '') {
      breaks += 1;
      continue;
    }
    const indented = line.startsWith(' ') || before?.startsWith(' ');
    text += '\n'.repeat(before === undefined ? breaks : indented ? breaks + 1 : breaks);
    text += before === undefined || indented || breaks ? line : ` ${line}`;
    [before, breaks] = [line, 0];
  }
  return text;
}
