import { type Run, windowPicture } from './window';

const WIDTH = 840;
const MARGIN = 24;
const LINE = 21;
const CELL = 10;
const INDENT = 24;

/** Of Helvetica's characters from the space on, in thousandths of its size: what a browser takes instead has the same, or nearly. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778,
  722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
  278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** A part of a paragraph. */
interface Span {
  readonly text: string;
  /** 'b' in bold type, 'l' a link. */
  readonly look: string;
}

interface Drawing {
  readonly runs: Run[];
  readonly rules: { readonly x: number; readonly y: number; readonly width: number }[];
  /** Where the next block begins. */
  y: number;
}

/** A step's summary as GitHub shows it below a run. It knows the Markdown that our scripts write, and refuses all else. */
export function summaryPicture(title: string, description: string, markdown: string): string {
  const drawing: Drawing = { runs: [], rules: [], y: MARGIN };
  for (const block of markdown.trim().split(/\n{2,}/)) draw(block, drawing);
  const { runs, rules, y } = drawing;
  return windowPicture({ title, description, width: WIDTH, height: y + MARGIN / 2, runs: runs.map(withoutSpaces), rules });
}

function draw(block: string, drawing: Drawing): void {
  const [, heading] = /^## (.*)$/.exec(block) ?? [];
  if (heading !== undefined) drawHeading(heading, drawing);
  else if (block.startsWith('| ')) drawTable(block.split('\n').map(cellsOf), drawing);
  else if (block.startsWith('- ')) block.split('\n').forEach((item) => drawItem(item, drawing));
  else if (/^[\p{L}\d*]/u.test(block)) drawing.y = paragraph(spansOf(block), MARGIN, drawing) + 12;
  else throw new Error(`no picture knows the Markdown ${JSON.stringify(block)}`);
}

function drawHeading(heading: string, drawing: Drawing): void {
  drawing.runs.push({ x: MARGIN, y: drawing.y + 20, width: widthOf({ text: heading, look: 'b' }) * 1.5, text: heading, look: 'p h b' });
  drawing.rules.push({ x: MARGIN, y: drawing.y + 32, width: WIDTH - 2 * MARGIN });
  drawing.y += 48;
}

function drawItem(item: string, drawing: Drawing): void {
  if (!item.startsWith('- ')) throw new Error(`no picture knows the Markdown ${JSON.stringify(item)}`);
  drawing.runs.push({ x: MARGIN + 8, y: drawing.y + 15, width: 5, text: '•', look: 'p' });
  drawing.y = paragraph(spansOf(item.slice(2)), MARGIN + INDENT, drawing) + 10;
}

function drawTable(rows: readonly (readonly Span[])[][], drawing: Drawing): void {
  const [head, , ...body] = rows;
  const all = [head.map((cell) => cell.map((span) => ({ ...span, look: 'b' }))), ...body];
  const widths = head.map((_, column) => Math.max(...all.map((row) => sum(row[column].map(widthOf)))) + 2 * CELL);
  for (const row of all) {
    row.forEach((cell, column) => {
      let x = MARGIN + sum(widths.slice(0, column)) + CELL;
      for (const span of cell) {
        drawing.runs.push(run(span, x, drawing.y));
        x += widthOf(span);
      }
    });
    drawing.y += LINE + 10;
    drawing.rules.push({ x: MARGIN, y: drawing.y - 7, width: sum(widths) });
  }
  drawing.y += 12;
}

/** @returns where it ends */
function paragraph(spans: readonly Span[], left: number, drawing: Drawing): number {
  let [x, y] = [left, drawing.y];
  for (const span of spans.flatMap(wordsOf)) {
    const width = widthOf(span);
    if (x > left && x + widthOf({ ...span, text: span.text.trimEnd() }) > WIDTH - MARGIN) [x, y] = [left, y + LINE];
    const last = drawing.runs.at(-1);
    const drawn = run(span, x, y);
    if (last && last.look === drawn.look && last.y === drawn.y && Math.abs(last.x + last.width - x) < 0.01) {
      drawing.runs[drawing.runs.length - 1] = { ...last, text: last.text + span.text, width: last.width + width };
    } else {
      drawing.runs.push(drawn);
    }
    x += width;
  }
  return y + LINE;
}

function run(span: Span, x: number, y: number): Run {
  return { x, y: y + 15, width: widthOf(span), text: span.text, look: `p${span.look && ` ${span.look}`}` };
}

/** Spaces at the ends of a text are not drawn, and would be counted. */
function withoutSpaces({ x, width, text, ...others }: Run): Run {
  const [before, after] = [text.length - text.trimStart().length, text.length - text.trimEnd().length];
  const space = widthOf({ text: ' ', look: '' });
  return { ...others, x: x + before * space, width: width - (before + after) * space, text: text.trim() };
}

function wordsOf({ text, look }: Span): Span[] {
  return (text.match(/ *[^ ]+ ?| +/g) ?? []).map((word) => ({ text: word, look }));
}

/** The cells of a table's row; a bar behind a backslash is text. */
function cellsOf(row: string): Span[][] {
  return row.replace(/^\| | \|$/g, '').split(/(?<!\\) \| /).map(spansOf);
}

function spansOf(markdown: string): Span[] {
  return [...markdown.matchAll(/\*\*(.+?)\*\*|\[((?:\\.|[^\]])+)\]\([^)]*\)|((?:\\.|[^*[\\])+)|[^]/g)].map(([all, bold, link, plain]) => {
    if (bold === undefined && link === undefined && plain === undefined) throw new Error(`no picture knows the Markdown ${JSON.stringify(all)} in ${markdown}`);
    return { text: textOf(bold ?? link ?? plain), look: bold !== undefined ? 'b' : link !== undefined ? 'l' : '' };
  });
}

function textOf(markdown: string): string {
  return markdown.replace(/\\(.)/g, '$1').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

function widthOf({ text, look }: Span): number {
  const thousandths = sum([...text].map((character) => WIDTHS[character.codePointAt(0)! - 32] ?? 600));
  return thousandths * 0.014 * (look === 'b' ? 1.07 : 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
