/**
 * What the options of a declaration are: one table for each struct, plain data, tied to its type.
 * A key that is missing from a table, or is too much in it, does not compile.
 */

/** What a text is for, and what may stand in it therefore. */
export const TEXT_USES = {
  /** People tell things apart by it, in the workflow too: titles, labels, environments. */
  name: { expression: false, oneLine: true },
  /** The same, where nothing but the docs has it. */
  heading: { expression: true, oneLine: true },
  /** A path, a pattern of paths or tags, a ref. */
  path: { expression: false, oneLine: false },
  /** Words that the workflow says, too. */
  phrase: { expression: false, oneLine: false },
  /** Words of the docs alone, some of them Markdown. */
  prose: { expression: true, oneLine: false },
  /** What GitHub or a shell evaluates: commands, values of variables, inputs, steps. */
  code: { expression: true, oneLine: false },
  /** An `if`: an expression, with or without its braces. */
  condition: { expression: true, oneLine: false },
  /** The name of a secret, and never its value. */
  secret: { expression: true, oneLine: false },
  /** The name of an environment variable. */
  variable: { expression: true, oneLine: false },
  /** What a rule of its own knows every allowed form of: ids, names of repositories and platforms. */
  word: { expression: true, oneLine: false },
} as const;

export type TextUse = keyof typeof TEXT_USES;

/** Texts that become keys of objects, here and in projen, wherever they are written. */
const KEYS: readonly TextUse[] = ['secret', 'variable'];

/** What JavaScript or projen looks for in every object: such a key is lost, or taken for a method. */
const KEPT_KEYS = ['__proto__', 'constructor', 'toJSON'];

export function isKeptKey(key: string): boolean {
  return KEPT_KEYS.includes(key);
}

/** Whether a text would be a key that no object can have. */
export function isLostKey({ use }: TextField, written: string): boolean {
  return KEYS.includes(use) && isKeptKey(written);
}

/** Whole numbers from `min` to `max`. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

interface FieldBase {
  /** Whether it may not be left out; where that is `by-rule`, a rule of its own asks for it in better words. */
  readonly needed: boolean | 'by-rule';
}

/** Where projen's type is narrower than what GitHub takes, such as an expression in the place of a number. */
interface OrText {
  readonly orText?: true;
}

export interface TextField extends FieldBase {
  readonly is: 'text';
  readonly use: TextUse;
  /** Whether it may not be empty. */
  readonly filled?: true;
  /** Whether a number and a boolean count as texts, because GitHub makes texts of them. */
  readonly scalar?: true;
  /** The texts that are allowed, where not all are. */
  readonly among?: readonly string[];
}

export interface NumberField extends FieldBase, OrText {
  readonly is: 'number';
  /** Where it does not depend on anything else. */
  readonly range?: Range;
}

export interface FlagField extends FieldBase, OrText {
  readonly is: 'flag';
}

export interface ListField<Of = Field> extends FieldBase, OrText {
  readonly is: 'list';
  readonly of: Of;
}

/** Any keys, all of them with a value of one shape. */
export interface RecordField<Of = Field> extends FieldBase {
  readonly is: 'record';
  readonly of: Of;
  readonly keys: TextUse;
  /** Whether a key may have no value, and then counts as left out. */
  readonly gaps?: true;
}

export interface StructField<T = AnyTable> extends FieldBase {
  readonly is: 'struct';
  /** A function, because a struct may hold structs of its own kind. */
  readonly table: () => T;
}

/** What the static methods of a class make: a word of the declaration. */
export interface WordField<W = AnyWord> extends FieldBase {
  readonly is: 'word';
  readonly word: W;
}

export type Field = TextField | NumberField | FlagField | ListField<any> | RecordField<any> | StructField | WordField;

export type AnyTable = Readonly<Record<string, Field>>;

/** A class and, for each kind that its static methods make, what they were given. */
export interface AnyWord {
  readonly class: { readonly name: string; readonly prototype: object };
  readonly kinds: Readonly<Record<string, AnyTable>>;
}

/** The table of a struct. */
export type Table<T> = { readonly [K in keyof Required<T>]: FieldOf<Required<T>[K]> & Needed<T, K> };

/** The kinds of a word; `options` among what a static method was given has the place of the word itself. */
export interface Word<W extends Made> {
  readonly class: { readonly name: string; readonly prototype: W };
  readonly kinds: { readonly [K in W['_spec']['kind']]: Table<Omit<OfKind<W['_spec'], K>, 'kind'>> };
}

type OfKind<S extends Made['_spec'], K> = S extends unknown ? K extends S['kind'] ? S : never : never;

interface Made {
  readonly _spec: { readonly kind: string };
}

type Needed<T, K extends keyof T> = { readonly needed: {} extends Pick<T, K> ? false : true | 'by-rule' };

/** The field that a value of a type has. */
type FieldOf<V> =
  0 extends 1 & V ? TextField
    : V extends string ? TextField
      : V extends number ? NumberField
        : V extends boolean ? FlagField
          : V extends readonly (infer E)[] ? ListField<FieldOf<E>>
            : V extends Made ? WordField<Word<V>>
              : string extends keyof V ? RecordField<FieldOf<V[keyof V]>>
                : StructField<Table<V>>;

type Optional<F> = F & { readonly needed: false };

export function text(use: TextUse, more: Pick<TextField, 'filled' | 'scalar' | 'among'> = {}): Optional<TextField> {
  return { is: 'text', use, needed: false, ...more };
}

export function number(more: Pick<NumberField, 'range' | 'orText'> = {}): Optional<NumberField> {
  return { is: 'number', needed: false, ...more };
}

export function flag(more: OrText = {}): Optional<FlagField> {
  return { is: 'flag', needed: false, ...more };
}

export function list<Of extends Field>(of: Of, more: OrText = {}): Optional<ListField<Of>> {
  return { is: 'list', of, needed: false, ...more };
}

export function record<Of extends Field>(keys: TextUse, of: Of, more: Pick<RecordField, 'gaps'> = {}): Optional<RecordField<Of>> {
  return { is: 'record', keys, of, needed: false, ...more };
}

export function struct<T extends AnyTable>(table: () => T): Optional<StructField<T>> {
  return { is: 'struct', table, needed: false };
}

export function word<W extends AnyWord>(made: W): Optional<WordField<W>> {
  return { is: 'word', word: made, needed: false };
}

export function needed<F extends Field>(field: F, by: true | 'by-rule' = true): Omit<F, 'needed'> & { readonly needed: true | 'by-rule' } {
  return { ...field, needed: by };
}
