/** A line of Markdown. */
export interface Line {
  readonly text: string;
  /** Whether it belongs to a block of code, where nothing is a heading. */
  readonly inCode: boolean;
  /** The fence of the block of code that is open behind it; '' where none is. */
  readonly open: string;
}

export function linesOf(text: string): Line[] {
  let open = '';
  return text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).map((line) => {
    const before = open;
    const [, marks = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (before === '') {
      open = marks.startsWith('`') && rest.includes('`') ? '' : marks;
    } else if (marks.startsWith(before) && rest.trim() === '') {
      open = '';
    }
    return { text: line, inCode: before !== '' || open !== '', open };
  });
}
