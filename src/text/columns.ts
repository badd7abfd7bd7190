import { printable } from './printable';

/** What a terminal draws two columns wide: East Asian wide and full-width characters, and emoji. */
const WIDE = new RegExp([
  '[\\p{Emoji_Presentation}',
  ...['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul', 'Yi', 'Tangut', 'Nushu', 'Khitan_Small_Script'].map((script) => `\\p{Script=${script}}`),
  '\\u2329\\u232a\\u2630-\\u2637\\u268a-\\u268f\\u2ff0-\\u303e\\u3099-\\u33ff\\u4dc0-\\u4dff\\ufe10-\\ufe19\\ufe30-\\ufe6b\\uff01-\\uff60\\uffe0-\\uffe6\\u{1f200}-\\u{1f265}]',
].join(''), 'u');
/** Half as wide as their script. */
const NARROW = /[\u1160-\u11ff\ud7b0-\ud7ff\uff61-\uffdc\u303f]/;
/** A character with what combines with it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * How many columns a text takes once it is printed: rather one too many than too few, where terminals differ.
 *
 * @see https://www.unicode.org/reports/tr11
 */
export function columnsOf(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : [...text].reduce((columns, character) => columns + columnsOfOne(character), 0);
}

function columnsOfOne(character: string): number {
  if (character === '\ufe0f') return 1; // what is before it becomes an emoji
  if (/[\p{Mn}\p{Me}]/u.test(character)) return 0;
  return WIDE.test(character) && !NARROW.test(character) ? 2 : [...printable(character)].length;
}

/** The text, or its beginning with an ellipsis where it takes more columns than there are. */
export function cut(text: string, columns: number): string {
  return columnsOf(text) > columns ? `${pieces(text, columns - 1)[0]}…` : text;
}

/** A text in parts of at most so many columns. */
export function pieces(text: string, columns: number): string[] {
  const parts: string[] = [];
  let left = 0;
  for (const cluster of text.match(CLUSTER) ?? []) {
    const taken = columnsOf(cluster);
    if (taken > left || !parts.length) {
      parts.push('');
      left = columns;
    }
    parts[parts.length - 1] += cluster;
    left -= taken;
  }
  return parts;
}

/** As `padEnd`, of what a terminal draws. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
