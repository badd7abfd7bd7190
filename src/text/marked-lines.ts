/**
 * Keeps lines between two comments of a file whose comments begin with `#`, such as `.gitignore`,
 * and leaves every other byte alone.
 */

const BEGIN = '# tag-build begin: generated, edit the projenrc file instead';
const END = '# tag-build end';

const LINES = `(?<![^\\n])${BEGIN}\\r?\\n(?:(?!${BEGIN})[^])*?(?<=\\n)${END}`;
/** The block with what was put before it: two line endings and none behind, where the text before it ended without one. */
const BLOCK = new RegExp(`(?:\\n\\n|\\r\\n\\r\\n)?${LINES}(?![^])|(?:(?<=\\n)\\r?\\n)?${LINES}\\r?\\n`, 'g');

/** The text without the block. */
export function withoutMarkedLines(text: string): string {
  return text.replace(BLOCK, '');
}

/** The text with these lines as its block, at its end; without a block where there are none. */
export function withMarkedLines(text: string, lines: readonly string[]): string {
  const others = withoutMarkedLines(text);
  if (!lines.length) {
    return others;
  }
  const ending = others.includes('\r\n') ? '\r\n' : '\n';
  const block = [BEGIN, ...lines, END].join(ending);
  return others === '' || others.endsWith('\n') ? `${others}${others && ending}${block}${ending}` : others + ending + ending + block;
}
