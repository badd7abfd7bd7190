/** A character on a screen, and in which colour; undefined in that of all text. */
export interface Cell {
  readonly character: string;
  readonly colour: number | undefined;
}

const PIECES = /\u001b\[([0-9;?]*)([A-Za-z])|\r|\n|[^\u001b\r\n]|\u001b/g;
const EMPTY: Cell = { character: ' ', colour: undefined };

/** What a terminal shows in the end of all that was written to it, line by line: it knows what our commands write, and refuses all else. */
export function cellsOf(seen: string): Cell[][] {
  const screen = new Screen();
  for (const [piece, amount = '', order] of seen.matchAll(PIECES)) {
    if (order !== undefined) screen.obey(order, amount);
    else screen.write(piece);
  }
  return screen.lines;
}

class Screen {
  public readonly lines: Cell[][] = [[]];
  private row = 0;
  private column = 0;
  private colour: number | undefined;

  public write(character: string): void {
    if (character === '\u001b') throw new Error('the terminal was sent a lone escape');
    if (character === '\r') this.column = 0;
    else if (character === '\n') this.to(this.row + 1);
    else this.put(character);
  }

  public obey(order: string, amount: string): void {
    if (order === 'm') this.colour = colourOf(amount);
    else if (order === 'A') this.to(this.row - Number(amount || 1));
    else if (order === 'G') this.column = Number(amount || 1) - 1;
    else if (order === 'J' || order === 'K') this.erase(order === 'J');
    else throw new Error(`the terminal was sent ${JSON.stringify(`\u001b[${amount}${order}`)}`);
  }

  private erase(below: boolean): void {
    this.lines[this.row].splice(this.column);
    if (below) this.lines.splice(this.row + 1);
  }

  private put(character: string): void {
    const line = this.lines[this.row];
    while (line.length < this.column) line.push(EMPTY);
    line[this.column++] = { character, colour: this.colour };
  }

  private to(row: number): void {
    this.row = row;
    while (this.lines.length <= row) this.lines.push([]);
  }
}

function colourOf(amount: string): number | undefined {
  const number = Number(amount);
  if (number === 0 || number === 39) return undefined;
  if ((number >= 31 && number <= 36) || number === 90) return number;
  throw new Error(`a terminal's text has the colour ${amount}, which no picture knows`);
}
