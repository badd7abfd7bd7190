import { printable } from '../../text/printable';

/** Code that stands in one line where it fits, and over several where it does not. */
export type Layout = string | Bracketed;

export interface Bracketed {
  readonly open: string;
  readonly close: string;
  /** What stands inside of the brackets in one line: a blank, or nothing. */
  readonly pad: string;
  readonly parts: readonly Part[];
  /** Whether it never stands in one line. */
  readonly broken?: true;
}

export interface Part {
  /** Lines above it. */
  readonly comments?: readonly string[];
  /** What stands in front of it: a key. */
  readonly lead: string;
  readonly layout: Layout;
}

export interface Style {
  readonly indent: string;
  /** What a comment begins with. */
  readonly comment: string;
}

const MOST_COLUMNS = 100;

/**
 * @param indent of the line that it begins in
 * @param lead what stands before it in that line
 */
export function written(layout: Layout, style: Style, lead = '', indent = ''): string {
  const flat = inOneLine(layout);
  // one more for a comma
  if (typeof layout === 'string' || flat !== undefined && indent.length + lead.length + flat.length < MOST_COLUMNS) {
    return flat!;
  }
  const inner = indent + style.indent;
  const lines = layout.parts.flatMap((part) => [
    ...commentLines(part.comments ?? [], style).map((line) => inner + line),
    `${inner}${part.lead}${written(part.layout, style, part.lead, inner)},`,
  ]);
  return [layout.open, ...lines, indent + layout.close].join('\n');
}

/** Lines of comments, whatever the texts hold. */
export function commentLines(comments: readonly string[], { comment }: Style): string[] {
  return comments.flatMap((text) => text.split('\n')).map((line) => `${comment} ${printable(line).replaceAll('\t', ' ')}`.trimEnd());
}

/** Undefined where it cannot be. */
function inOneLine(layout: Layout): string | undefined {
  if (typeof layout === 'string') {
    return layout;
  }
  const { open, close, pad, parts, broken } = layout;
  const flat = parts.map((part) => part.comments?.length ? undefined : inOneLine(part.layout));
  if (broken || flat.includes(undefined)) {
    return undefined;
  }
  const inside = parts.map(({ lead }, index) => lead + flat[index]).join(', ');
  return inside ? open + pad + inside + pad + close : open + close;
}
