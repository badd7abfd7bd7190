/**
 * Small helpers that write Markdown. What comes from a declaration is hostile text: `text` and
 * `code` make it harmless, the others take Markdown that those two have made.
 */

// Bidirectional controls can make a line read differently from what it says.
const BIDIRECTIONAL = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const LONE_SURROGATE = /\p{Cs}/gu;

/** One line, because a line break could begin a heading, a table row or a list of its own. */
export function oneLine(value: string): string {
  return value
    .replace(BIDIRECTIONAL, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Plain text as Markdown that reads the same. `Code` between single backticks stays code. */
export function text(value: string): string {
  return oneLine(value)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : escape(part)))
    .join('');
}

function escape(value: string): string {
  return escapeUnderscores(value
    .replace(/[\\`*[\]~$#]/g, '\\$&')
    .replace(/[&<>|]/g, numericEntity))
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Inside a word they are none of Markdown's. Few texts have any, and to compile this takes longer than the rest of a page. */
function escapeUnderscores(value: string): string {
  return value.includes('_') ? value.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_') : value;
}

function numericEntity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** Inline code. Inside a table a pipe ends the cell even in code, so such a value is written as HTML. */
export function code(value: string): string {
  const line = oneLine(value);
  if (line === '' || line.includes('|')) {
    return `<code>${line.replace(/[^\p{L}\p{N} ]/gu, numericEntity)}</code>`;
  }
  const fence = fenceFor(line, 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

export function codeBlock(language: string, lines: readonly string[]): string {
  const body = lines.join('\n');
  const fence = fenceFor(body, 3);
  return `${fence}${language}\n${body}\n${fence}`;
}

/** A run of backticks that no run inside can close. */
function fenceFor(body: string, shortest: number): string {
  const runs: string[] = body.match(/`+/g) ?? [];
  return '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), shortest));
}

/** The first line of a generated file. Two hyphens would end the comment early. */
export function comment(value: string): string {
  return `<!-- ${oneLine(value).replace(/-(?=-)/g, '- ')} -->`;
}

export function heading(level: number, value: string): string {
  return `${'#'.repeat(level)} ${text(value)}`;
}

/**
 * The anchor that GitHub gives a heading, if no heading above has the same.
 *
 * @see https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links
 */
export function slug(title: string): string {
  return title.trim().toLowerCase().replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '').replace(/ /g, '-') || '-';
}

/** A table whose columns are padded, so that the source can be read too. Cells are Markdown on one line. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(3, ...[header, ...rows].map((row) => row[column].length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

export function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

export function checkboxes(items: readonly string[]): string {
  return items.map((item) => `- [ ] ${item}`).join('\n');
}

/** A link to a path or address; the label is Markdown. */
export function link(label: string, target: string): string {
  return `[${label}](${target})`;
}

/** A path as it stands in a link: nothing in it can end the link or mean anything else. */
export function linkPath(path: string): string {
  return oneLine(path).split('/').map(encodeSegment).join('/');
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[()'*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Blocks with a blank line between them; an empty one leaves no trace. */
export function blocks(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
