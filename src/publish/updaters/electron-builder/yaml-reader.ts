import { UnreadYaml, type Yaml, type YamlMap } from './yaml';
import { readBlock, readScalar } from './yaml-scalars';

/** Updater metadata has three. */
const MOST_LEVELS = 10;

/** js-yaml escapes whatever else there is. */
const UNPRINTABLE = /[^\n -~\u00a1-\u2027\u202a-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\ud800-\udfff]/u;

const KEY = /^([A-Za-z_][\w.-]*):(?: (.*))?$/;
const BLOCK = /^([|>])2?([-+]?)$/;

/**
 * Reads the YAML that js-yaml writes of plain values: one map, indented by two, each text on a line
 * of its own or in a block. All else that YAML allows is refused rather than guessed at.
 */
export function readYaml(written: string): YamlMap {
  // what edits it on Windows may write both
  const text = written.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const strange = UNPRINTABLE.exec(text);
  if (strange || !text.endsWith('\n')) {
    throw new UnreadYaml(strange ? `it holds the character U+${strange[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` : 'its last line does not end');
  }
  return new Reader(text.slice(0, -1).split('\n')).document();
}

class Reader {
  private at = 0;

  public constructor(private readonly lines: string[]) {}

  public document(): YamlMap {
    const map = this.map(0, 1);
    return this.at === this.lines.length ? map : this.refuse();
  }

  /** What begins at this line, so far to the right. */
  private nested(indent: number, level: number): Yaml {
    if (level > MOST_LEVELS) {
      this.refuse();
    }
    return this.text(indent)?.startsWith('- ') ? this.list(indent, level) : this.map(indent, level);
  }

  private map(indent: number, level: number): YamlMap {
    const map = new Map<string, Yaml>();
    for (let match = this.match(indent); match; match = this.match(indent)) {
      const [, key, rest] = match;
      if (map.has(key)) {
        this.refuse();
      }
      this.at += rest === undefined ? 1 : 0;
      map.set(key, rest === undefined ? this.nested(indent + 2, level + 1) : this.value(rest, indent));
    }
    return map.size ? map : this.refuse();
  }

  private list(indent: number, level: number): Yaml[] {
    const list: Yaml[] = [];
    for (let text = this.text(indent); text?.startsWith('- '); text = this.text(indent)) {
      const rest = text.slice(2);
      if (KEY.test(rest) || rest.startsWith('- ')) {
        // what stands behind the dash is the first line of what is nested
        this.lines[this.at] = ' '.repeat(indent + 2) + rest;
        list.push(this.nested(indent + 2, level + 1));
      } else {
        list.push(this.value(rest, indent));
      }
    }
    return list;
  }

  private value(text: string, indent: number): Yaml {
    const block = BLOCK.exec(text);
    const value = block ? this.block(block, indent + 2) : readScalar(text);
    if (value === undefined) {
      this.refuse();
    }
    this.at += block ? 0 : 1;
    return value;
  }

  private block([header, style, chomping]: RegExpExecArray, indent: number): string {
    const margin = ' '.repeat(indent);
    const first = this.at + 1;
    let end = first;
    while (end < this.lines.length && (this.lines[end] === '' || this.lines[end].startsWith(margin))) {
      end += 1;
    }
    const lines = this.lines.slice(first, end).map((line) => line.slice(indent));
    if (!header.includes('2') && lines.find((line) => line !== '')?.startsWith(' ')) {
      this.refuse();
    }
    this.at = end;
    return readBlock(lines, style, chomping);
  }

  private match(indent: number): RegExpExecArray | null {
    return KEY.exec(this.text(indent) ?? '');
  }

  /** The line without its margin; undefined where it has another one. */
  private text(indent: number): string | undefined {
    const line = this.lines.at(this.at);
    return line?.startsWith(' '.repeat(indent)) && line[indent] !== ' ' ? line.slice(indent) : undefined;
  }

  private refuse(): never {
    throw new UnreadYaml(`line ${this.at + 1} is not as electron-builder writes it`);
  }
}
