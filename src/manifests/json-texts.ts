import type { PlacedText } from './manifest-kind';

const SPACE = '[ \\t\\r\\n]+|//[^\\r\\n]*|/\\*[^]*?\\*/';
const PLAIN = '[^"\\\\\\u0000-\\u001f]*';
const TEXT = `"${PLAIN}(?:\\\\(?:["\\\\/bfnrt]|u[0-9A-Fa-f]{4})${PLAIN})*"`;
const TOKEN = new RegExp(`${SPACE}|${TEXT}|[-+.0-9A-Za-z]+|[{}[\\]:,]`, 'y');
const WORD = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)$/;

/** The keys that lead to a text. */
type Way = readonly string[];

/**
 * The texts to which some ways lead in JSON; undefined for what is none. Comments and trailing commas are let
 * pass, as they are by the tools that read such files, and the last one of a name counts.
 */
export function jsonTexts(text: string, ways: readonly Way[]): (PlacedText | undefined)[] | undefined {
  const reader = new JsonReader(ways);
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined || !/^[ \t\r\n/]/.test(token) && !reader.take(token, at)) {
      return undefined;
    }
  }
  return reader.texts();
}

/** It goes by the state and calls nothing in itself: a file may lie deeper than a stack. */
class JsonReader {
  private readonly around: { readonly isObject: boolean; key: string }[] = [];
  private readonly found = new Map<Way, PlacedText>();
  private state: 'value' | 'item' | 'key' | 'colon' | 'comma' | 'end' = 'value';

  public constructor(private readonly ways: readonly Way[]) {}

  /** Undefined where the whole has no end. */
  public texts(): (PlacedText | undefined)[] | undefined {
    return this.state === 'end' ? this.ways.map((way) => this.found.get(way)) : undefined;
  }

  /** Whether a token may stand where it does. */
  public take(token: string, at: number): boolean {
    switch (token[0]) {
      case '{':
      case '[':
        return this.isValueWanted() && this.begin(token === '{');
      case '}':
      case ']':
        return this.end(token === '}');
      case ':':
        return this.goOn('colon', 'value');
      case ',':
        return this.goOn('comma', this.around.at(-1)?.isObject ? 'key' : 'item');
      case '"':
        return this.state === 'key' ? this.key(JSON.parse(token)) : this.isValueWanted() && this.text({ text: JSON.parse(token), at: at + 1, length: token.length - 2 });
      default:
        return this.isValueWanted() && token.length < 256 && WORD.test(token) && this.afterValue();
    }
  }

  private isValueWanted(): boolean {
    return this.state === 'value' || this.state === 'item';
  }

  private goOn(from: typeof this.state, to: typeof this.state): boolean {
    const mayGo = this.state === from;
    this.state = to;
    return mayGo;
  }

  private begin(isObject: boolean): boolean {
    this.around.push({ isObject, key: '' });
    this.state = isObject ? 'key' : 'item';
    return true;
  }

  private end(isObject: boolean): boolean {
    const mayEnd = this.around.pop()?.isObject === isObject && (this.state === 'comma' || this.state === (isObject ? 'key' : 'item'));
    return mayEnd && this.afterValue();
  }

  private afterValue(): boolean {
    this.state = this.around.length ? 'comma' : 'end';
    return true;
  }

  private key(key: string): boolean {
    this.around.at(-1)!.key = key;
    this.waysHere().forEach((way) => this.found.delete(way));
    this.state = 'colon';
    return true;
  }

  private text(text: PlacedText): boolean {
    this.waysHere().filter((way) => way.length === this.around.length).forEach((way) => this.found.set(way, text));
    return this.afterValue();
  }

  /** Those that lead here, or on from here. */
  private waysHere(): Way[] {
    return this.ways.filter((way) => this.around.length <= way.length
      && this.around.every(({ isObject, key }, depth) => isObject && key === way[depth]));
  }
}
