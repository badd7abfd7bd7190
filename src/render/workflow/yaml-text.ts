/** What is said beside a key: one line, without its `#`. `undefined` where nothing is. */
export type CommentAt = (path: string, value: unknown) => string | undefined;

/** A key that is longer stands behind a `?`. */
const MAX_KEY_LENGTH = 1_024;

const STEP = '  ';

/**
 * Writes JSON as YAML: a key a line, texts of several lines as they are, quotes where they are
 * needed. A comment stands above its key, or behind a value that is a scalar.
 *
 * A library would do the same, byte for byte, but takes longer to load than all of this package.
 *
 * @param commentAt is asked about each key, by its path with dots between
 */
export function yamlText(root: object, commentAt: CommentAt = () => undefined): string {
  return `${collectionText(root, { indent: '', path: '', commentAt })}\n`;
}

/** Where a value stands, and what all lines but its first begin with. */
interface Place {
  readonly indent: string;
  readonly path: string;
  readonly commentAt: CommentAt;
}

function collectionText(value: object, place: Place): string {
  const lines = Array.isArray(value)
    ? value.map((item, index) => `- ${itemText(item, below(place, String(index)))}`)
    : Object.entries(value).filter(([, child]) => child !== undefined).map(([key, child]) => pairText(key, child, place));
  return lines.join(`\n${place.indent}`) || (Array.isArray(value) ? '[]' : '{}');
}

function below({ indent, path, commentAt }: Place, key: string): Place {
  return { indent: indent + STEP, path: path && `${path}.${key}` || key, commentAt };
}

function itemText(item: unknown, place: Place): string {
  return isCollection(item) ? collectionText(item, place) : scalarText(item, place.indent);
}

function pairText(key: string, value: unknown, place: Place): string {
  const { indent } = place;
  const inner = below(place, key);
  const name = keyText(key, indent === '');
  const isLong = name.length > MAX_KEY_LENGTH;
  const head = isLong ? `? ${name}\n${indent}:` : `${name}:`;
  const comment = place.commentAt(inner.path, value);
  if (!isCollection(value)) {
    return `${head} ${scalarText(value, inner.indent, comment)}`;
  }
  const text = collectionText(value, inner);
  const above = comment === undefined ? '' : `#${comment}\n${indent}`;
  return `${above}${head}${isLong || /^(\{\}|\[\])$/.test(text) ? ' ' : `\n${inner.indent}`}${text}`;
}

function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function scalarText(value: unknown, indent: string, comment?: string): string {
  const behind = comment === undefined ? '' : ` #${comment}`;
  if (typeof value !== 'string') {
    return `${Object.is(value, -0) ? '-0' : JSON.stringify(value)}${behind}`;
  }
  if (isBlock(value)) {
    return blockText(value, indent, behind);
  }
  return `${isPlain(value) ? value : quotedText(value, indent)}${behind}`;
}

/** At the root, a line that begins like this is a mark between documents. */
function keyText(key: string, atRoot: boolean): string {
  return isPlain(key) && !(atRoot && /^(%|---|\.\.\.)/m.test(key)) ? key : quotedText(key);
}

/** Control characters and halves of characters, which only double quotes can hold. */
const UNPRINTABLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u;

/** What would be punctuation, a comment or the end of a text. */
const PUNCTUATION = /^[\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|:[ \t]|[ \t]#|[\t :]$|\n/;

/** What would be null, a truth value or a number. */
const NO_TEXT = new RegExp(`^(${[
  '~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE',
  '0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\\.(inf|Inf|INF)|\\.nan|\\.NaN|\\.NAN',
  '[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?',
].join('|')})?$`);

function isPlain(text: string): boolean {
  return !UNPRINTABLE.test(text) && !PUNCTUATION.test(text) && !NO_TEXT.test(text);
}

/** @param indent of the lines behind the first one; without it there is but one line */
function quotedText(text: string, indent?: string): string {
  const isSingle = text.includes('"') && !/['\n]/.test(text) && !UNPRINTABLE.test(text);
  return isSingle ? `'${text}'` : doubleQuoted(text, indent);
}

/** Where YAML has a shorter escape than JSON. */
const ESCAPES: Readonly<Record<string, string>> = { '0000': '\\0', '0007': '\\a', '000b': '\\v', '001b': '\\e' };

/** What is shorter has its line breaks as escapes, in one line. */
const MIN_LENGTH_OF_LINES = 40;

/**
 * In double quotes, one line break is a space, and so are the spaces around it: each needs another
 * line break, or a backslash, to be itself.
 */
function doubleQuoted(text: string, indent?: string): string {
  const json = JSON.stringify(text);
  const hasLines = indent !== undefined && json.length >= MIN_LENGTH_OF_LINES;
  return json.replace(/( ?)((?:\\n)+)|\\u([0-9a-f]{4})|\\./g, (escape, space, breaks, code, at) => {
    if (code) {
      return ESCAPES[code] ?? escape.replace('\\u00', '\\x');
    }
    if (!breaks) {
      return escape;
    }
    const rest = json.slice(at + escape.length);
    const isLast = rest === '"';
    const lines = breaks.length / 2 - (isLast ? 1 : 0);
    const before = space && '\\ ';
    return hasLines && lines
      ? `${before}${'\n'.repeat(lines + 1)}${indent}${isLast ? '\\n' : /^ (?!\\n)/.test(rest) ? '\\' : ''}`
      : `${before}${breaks}`;
  });
}

/** Not what ends with spaces on a line of their own, and not spaces alone: nobody could see them. */
function isBlock(text: string): boolean {
  return text.includes('\n') && !UNPRINTABLE.test(text) && !/\n[\t ]+$/.test(text) && !/^\n* [\n\t ]*$/.test(text);
}

/** The header says how far the text is indented, where it begins with spaces, and which line breaks at its end count. */
function blockText(text: string, indent: string, comment: string): string {
  const end = /(?<![\n\t ])[\n\t ]*$/.exec(text)![0];
  const indicator = /^\n* /.test(text) ? STEP.length : '';
  const keep = end === text || end.indexOf('\n') < end.length - 1 ? '+' : '';
  const lines = text.replace(/\n$/, '').replace(/(?<!\n)\n+(?!\n|$)/g, `$&${indent}`);
  return `|${indicator}${end.includes('\n') ? keep : '-'}${comment}\n${indent}${lines}`;
}
