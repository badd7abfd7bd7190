import type { PlacedText } from './manifest-kind';

type Way = readonly string[];

/** An array of tables, or what lies in an array: no way leads there. */
const NOWHERE: Way = ['\u0002', ''];

/**
 * The texts to which some ways lead in TOML, however their keys are written: the first of each, and an empty one for
 * what is no text, list or table. A line that is no TOML is passed over, as assets/manifest-toml.sh does it.
 */
export function tomlTexts(text: string, ways: readonly Way[]): (PlacedText | undefined)[] {
  return new TomlReader(text, ways).read();
}

interface Container {
  readonly isTable: boolean;
  readonly way: Way;
}

/** It goes by the state and calls nothing in itself: a file may lie deeper than a stack. */
class TomlReader {
  private readonly found = new Map<Way, PlacedText>();
  private readonly lists: Way[] = [];
  private readonly around: Container[] = [];
  private table: Way = [];
  private way: Way = [];
  private state: 'key' | 'dot' | 'value' | 'item' | 'after' = 'key';
  /** Whether an entry begins here. */
  private isFresh = true;
  /** How many brackets a header began with; 0 outside of one. */
  private header = 0;
  private isScalar = false;
  private pending: { readonly way: Way; text: PlacedText } | undefined;
  private at = 0;

  public constructor(private readonly text: string, private readonly ways: readonly Way[]) {}

  public read(): (PlacedText | undefined)[] {
    while (this.at < this.text.length) {
      if (this.taken(/[ \t\r]+/y) === undefined) {
        this.readOn(this.text[this.at]);
      }
    }
    if (this.state === 'after' && !this.around.length) {
      this.accept();
    }
    return this.ways.map((way) => this.found.get(way));
  }

  private readOn(sign: string): void {
    if (sign === '\n') {
      this.endLine();
    } else if (sign === '#' && (this.state === 'after' || this.state === 'item' || this.state === 'key' && this.isFresh)) {
      this.passLine();
    } else if (this.state === 'key') {
      this.readKey(sign);
    } else if (this.state === 'dot') {
      this.readDot(sign);
    } else if (this.state === 'after') {
      this.readAfter(sign);
    } else {
      this.readValue(sign);
    }
  }

  /** What matches here, and goes on behind it. */
  private taken(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [match] = pattern.exec(this.text) ?? [];
    this.at += match?.length ?? 0;
    return match;
  }

  private passLine(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end;
  }

  /** What is wrong ends with its line. */
  private refuse(): void {
    this.table = this.header ? NOWHERE : this.table;
    this.around.length = 0;
    this.header = 0;
    this.pending = undefined;
    this.passLine();
    this.beginEntry();
  }

  private beginEntry(): void {
    this.state = 'key';
    this.isFresh = true;
    this.way = this.around.at(-1)?.way ?? this.table;
  }

  private endLine(): void {
    const goesOn = this.state === 'item' || this.state === 'after' || this.state === 'key' && this.isFresh;
    if (!goesOn || this.header) {
      this.refuse();
      return;
    }
    this.at += 1;
    if (!this.around.length) {
      this.accept();
      this.beginEntry();
    }
  }

  private readKey(sign: string): void {
    const word = this.taken(/[0-9A-Za-z_-]+/y);
    if (word !== undefined) {
      this.takeKey(word);
    } else if (sign === '"' || sign === "'") {
      const key = this.lineText();
      if (key) this.takeKey(key.text);
    } else if (sign === '[' && this.isFresh && !this.around.length && !this.header) {
      this.header = this.taken(/\[\[?/y)!.length;
      this.way = [];
    } else if (sign === '}' && this.isFresh && this.around.length) {
      this.closeValue();
    } else {
      this.refuse();
    }
  }

  private takeKey(key: string): void {
    this.way = this.way.length > 9 ? this.way : [...this.way, key];
    this.isFresh = false;
    this.state = 'dot';
  }

  private readDot(sign: string): void {
    if (sign === '.') {
      this.state = 'key';
      this.at += 1;
    } else if (sign === '=' && !this.header) {
      const way = this.ways.find((one) => one.length === this.way.length && begins(one, this.way));
      this.pending = way && { way, text: { text: '', at: this.at, length: 0 } };
      this.state = 'value';
      this.at += 1;
    } else if (this.header && this.text.startsWith(']]'.slice(0, this.header), this.at)) {
      this.endHeader();
    } else {
      this.refuse();
    }
  }

  /** Of a list of tables none is the one. */
  private endHeader(): void {
    this.at += this.header;
    if (this.header === 2 && this.ways.some((way) => begins(way, this.way)) && !this.lists.some((list) => begins(this.way, list))) {
      this.lists.push(this.way);
    }
    this.table = this.lists.some((list) => begins(this.way, list)) ? NOWHERE : this.way;
    this.header = 0;
    this.state = 'after';
  }

  private readValue(sign: string): void {
    this.isScalar = false;
    if (sign === '"' || sign === "'") {
      this.readText(sign);
    } else if (sign === '[' || sign === '{') {
      const isTable = sign === '{';
      this.around.push({ isTable, way: isTable ? this.way : NOWHERE });
      this.pending = undefined;
      this.beginEntry();
      this.state = isTable ? 'key' : 'item';
      this.at += 1;
    } else if (sign === ']' && this.state === 'item') {
      this.closeValue();
    } else if (this.taken(SCALAR) !== undefined) {
      this.isScalar = true;
      this.state = 'after';
    } else {
      this.refuse();
    }
  }

  private readText(sign: string): void {
    if (this.text.startsWith(sign.repeat(3), this.at)) {
      this.passLongText(sign);
      this.state = 'after';
      return;
    }
    const text = this.lineText();
    if (text) {
      if (this.pending) this.pending.text = text;
      this.state = 'after';
    }
  }

  /** A text of one line; undefined, and the line is passed over, where it has no end there. */
  private lineText(): PlacedText | undefined {
    const start = this.at + 1;
    const text = this.taken(/"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"|'[^'\n]*'/y)?.slice(1, -1);
    if (text === undefined) {
      this.refuse();
      return undefined;
    }
    return { text: this.text[start - 1] === '"' ? decoded(text) : text, at: start, length: text.length };
  }

  /** Quotes before the end are of the text. */
  private passLongText(sign: string): void {
    this.at += 3;
    const end = sign === '"' ? /[^"\\]*(?:(?:\\[^]|""?(?!"))[^"\\]*)*"{3,5}/y : /[^']*(?:''?(?!')[^']*)*'{3,5}/y;
    if (this.taken(end) === undefined) {
      this.at = this.text.length;
    }
  }

  private readAfter(sign: string): void {
    const container = this.around.at(-1);
    if (this.isScalar && this.taken(SCALAR) !== undefined) {
      return;
    }
    if (container && sign === ',') {
      this.accept();
      this.beginEntry();
      this.state = container.isTable ? 'key' : 'item';
      this.at += 1;
    } else if (container && sign === (container.isTable ? '}' : ']')) {
      this.accept();
      this.closeValue();
    } else {
      this.refuse();
    }
  }

  private closeValue(): void {
    this.around.pop();
    this.isScalar = false;
    this.state = 'after';
    this.at += 1;
  }

  private accept(): void {
    if (this.pending && !this.found.has(this.pending.way)) {
      this.found.set(this.pending.way, this.pending.text);
    }
    this.pending = undefined;
  }
}

const SCALAR = /[^[\]{},#"'\n \t\r]+/y;

function begins(way: Way, beginning: Way): boolean {
  return beginning.every((key, index) => key === way[index]);
}

/** What is no visible ASCII character is as good as a space. */
function decoded(text: string): string {
  return text.replace(/\\(?:(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))|[^])/g, (escape, ...digits: (string | undefined)[]) => {
    const code = Number.parseInt(digits.slice(0, 3).find((one) => one !== undefined) ?? '20', 16);
    return /^\\["\\]/.test(escape) ? escape[1] : code > 32 && code < 127 ? String.fromCharCode(code) : ' ';
  });
}
