import { type Run, windowPicture } from './window';
import { type Cell, cellsOf } from '../support/screen';

/** Of a character, at the size that windows have. */
const COLUMN = 7.8;
const LINE = 18;
const MARGIN = 16;

export interface TerminalText {
  /** As it is typed. */
  readonly command: string;
  readonly description: string;
  /** All that was written to the terminal. */
  readonly seen: string;
  readonly columns: number;
}

/** What a terminal shows in the end, each character in its column. */
export function terminalPicture({ command, description, seen, columns }: TerminalText): string {
  const lines = cellsOf(seen.trimEnd());
  return windowPicture({
    title: `$ ${command}`,
    description,
    width: Math.ceil(columns * COLUMN + 2 * MARGIN),
    height: lines.length * LINE + 2 * MARGIN,
    runs: lines.flatMap((line, row) => runsOf(line, MARGIN + (row + 0.75) * LINE)),
  });
}

/** A run is of one colour, and ends before a gap: whatever font draws it, what is behind it stands in its column. */
function runsOf(line: readonly Cell[], y: number): Run[] {
  const text = line.map(({ character }) => character).join('');
  return ofOneColour(line).flatMap(({ begin, end }) => [...text.slice(begin, end).matchAll(/[^ ]+(?: [^ ]+)*/g)].map(({ 0: words, index }) => ({
    x: MARGIN + (begin + index) * COLUMN,
    y,
    width: words.length * COLUMN,
    text: words,
    ...line[begin].colour !== undefined && { look: `c${line[begin].colour}` },
  })));
}

function ofOneColour(line: readonly Cell[]): { readonly begin: number; readonly end: number }[] {
  const begins = line.flatMap(({ colour }, index) => index && colour === line[index - 1].colour ? [] : [index]);
  return begins.map((begin, index) => ({ begin, end: begins[index + 1] ?? line.length }));
}
