import { type AnyTable, type AnyWord, type Field, isKeptKey, isLostKey, type ListField, type Range, type RecordField, type TextUse, type WordField } from './field';
import { hasShape, isGiven, keysOf, type Made, type Properties, shapeOf, shown } from './shapes';

/** A text and its place, for instance `platforms[0].env.CHANNEL`. */
export interface DeclaredText {
  readonly where: string;
  readonly use: TextUse;
  readonly text: string;
}

export interface DeclaredNumber {
  readonly where: string;
  readonly range: Range;
  readonly value: number;
}

/** A value that is not what its place takes. */
export interface WrongValue {
  readonly where: string;
  /** What it is and what is allowed, a sentence without its end. */
  readonly what: string;
  readonly fix: string;
}

/** An option that a struct does not have. */
export interface UnknownOption {
  readonly where: string;
  readonly key: string;
  readonly known: readonly string[];
}

/** Far more than a declaration has; a list with holes can claim billions. */
const MOST_VALUES = 100_000;

/** Far deeper than a declaration is; steps can hold steps. */
const DEEPEST = 40;

class TooMany extends Error {}

/**
 * Copies a declaration by its schema. What a JavaScript file hands over can do anything when it is
 * looked at: throw, answer differently the second time, go round in a circle. So each value is
 * looked at once, here, and nothing behind this sees the original.
 */
export class Reader {
  public readonly texts: DeclaredText[] = [];
  public readonly numbers: DeclaredNumber[] = [];
  public wrong: WrongValue[] = [];
  public unknown: UnknownOption[] = [];

  /** A word that is used in several places is judged in the first. */
  private readonly words = new Map<object, unknown>();
  private readonly around: object[] = [];
  private values = 0;

  /** @param given what a constructor was given, by the names of its parameters */
  public whole(table: AnyTable, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    try {
      return this.parameters('', table, given);
    } catch (error) {
      if (!(error instanceof TooMany)) {
        throw error;
      }
      this.unknown = [];
      this.wrong = [{ where: 'options', what: `has more than ${MOST_VALUES} values`, fix: 'Look for a list with holes, or for one that contains the same lists again and again.' }];
      return {};
    }
  }

  private read(where: string, field: Field, get: () => unknown, needed = field.needed === true): unknown {
    this.count();
    try {
      const value = get();
      return needed || isGiven(value) ? this.value(where, field, value) : undefined;
    } catch (error) {
      if (error instanceof TooMany) {
        throw error;
      }
      return this.refuse(where, 'cannot be read, because it throws an error when it is looked at', 'Write a plain value.');
    }
  }

  private value(where: string, field: Field, value: unknown): unknown {
    if (!hasShape(field, value)) {
      const { allowed, fix } = shapeOf(field, value);
      return this.refuse(where, `is ${shown(value)}; allowed is ${allowed}`, fix);
    }
    if (typeof value !== 'object' || value === null) {
      return this.scalar(where, field, value);
    }
    if (this.around.includes(value)) {
      return this.refuse(where, 'contains itself', 'Write each value where it belongs.');
    }
    if (this.around.length === DEEPEST) {
      return this.refuse(where, `lies deeper than ${DEEPEST} levels`, 'Write it flatter.');
    }
    this.around.push(value);
    try {
      return this.composite(where, field, value);
    } finally {
      this.around.pop();
    }
  }

  private scalar(where: string, field: Field, value: unknown): unknown {
    if (typeof value === 'string' && field.is === 'text' && isLostKey(field, value)) {
      return this.refuse(where, `is '${value}', which JavaScript keeps for itself`, 'Choose another name.');
    }
    if (typeof value === 'string') {
      this.texts.push({ where, use: field.is === 'text' ? field.use : 'code', text: value });
    }
    if (typeof value === 'number' && field.is === 'number' && field.range) {
      this.numbers.push({ where, range: field.range, value });
    }
    return value;
  }

  private composite(where: string, field: Field, value: object): unknown {
    switch (field.is) {
      case 'list':
        return this.list(where, field, value as unknown[]);
      case 'record':
        return this.record(where, field, value as Properties);
      case 'struct':
        return this.struct(where, field.table(), value as Properties);
      default:
        return this.word(where, (field as WordField).word, value as Made);
    }
  }

  /** With an index: a list with holes has no entries there, and yet a length. */
  private list(where: string, { of }: ListField, values: readonly unknown[]): unknown[] {
    const read: unknown[] = [];
    for (let index = 0; index < values.length; index++) {
      read.push(this.read(`${where}[${index}]`, of, () => values[index], true));
    }
    return read;
  }

  private record(where: string, { of, keys, gaps }: RecordField, record: Properties): Properties {
    return this.fromEntries(keysOf(record).flatMap((key) => {
      if (isKeptKey(key)) {
        this.refuse(where, `has the key '${key}', which JavaScript keeps for itself`, 'Choose another name.');
        return [];
      }
      this.texts.push({ where, use: keys, text: key });
      return [[key, this.read(`${where}.${key}`, of, () => record[key], !gaps)]];
    }));
  }

  /** Read in the order in which it was written, and kept in that of its table: in other languages than JavaScript a struct has none. */
  private struct(where: string, table: AnyTable, struct: Properties): Properties {
    const known = Object.keys(table);
    const written = keysOf(struct);
    for (const key of written.filter((name) => !Object.hasOwn(table, name) && isGiven(struct[name]))) {
      this.count();
      this.unknown.push({ where: where || 'options', key, known });
    }
    const keys = new Set([...written.filter((key) => Object.hasOwn(table, key)), ...known]);
    const read = new Map([...keys].map((key) => [key, this.read(where ? `${where}.${key}` : key, table[key], () => struct[key])]));
    return this.fromEntries(known.map((key) => [key, read.get(key)]));
  }

  private word(where: string, { class: { name }, kinds }: AnyWord, word: Made): unknown {
    if (!this.words.has(word)) {
      const { kind } = word._spec;
      if (!Object.hasOwn(kinds, kind)) {
        return this.refuse(where, `is of no kind that a static method of ${name} makes`, `Begin with '${name}.' and choose one.`);
      }
      this.words.set(word, { _spec: { kind, ...this.parameters(where, kinds[kind], word._spec) } });
    }
    return this.words.get(word);
  }

  /** The last one, `options`, has no name where it is written, and so none in a message. */
  private parameters(where: string, table: AnyTable, given: Properties): Properties {
    const place = (name: string) => name === 'options' ? where : where ? `${where}.${name}` : name;
    return this.fromEntries(Object.entries(table).map(([name, field]) => [name, this.read(place(name), field, () => given[name])]));
  }

  private fromEntries(entries: readonly (readonly [string, unknown])[]): Properties {
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  private refuse(where: string, what: string, fix: string): undefined {
    this.wrong.push({ where: where || 'options', what, fix });
  }

  private count(): void {
    if (++this.values > MOST_VALUES) {
      throw new TooMany();
    }
  }
}
