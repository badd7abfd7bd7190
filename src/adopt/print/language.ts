import type { Bracketed, Layout, Part, Style } from './layout';
import { UNSEEN } from '../../text/printable';
import type { Code, Constant, Item, ObjectCode } from '../code';

/** How one language writes a declaration. */
export interface Language extends Style {
  /** What ends a statement. */
  readonly end: string;
  /** What a constant begins with. */
  readonly constant: string;
  /** Names that no constant of a draft can have. */
  readonly reserved: readonly string[];
  /** A name in camel case, as it is written here. */
  name(camelCase: string): string;
  /** The statement that imports something from a package. */
  importing(names: readonly string[], from: string): Layout;
  layout(code: Code, writing: Writing): Layout;
}

/** What calls of the build itself begin with. */
export const BUILD = 'tagBuild';

/** What stands for the build among the names, where no constant has such a name. */
export const THE_BUILD = 'the build';

/** What is known while a draft is written. */
export interface Writing {
  /** Those of the draft. */
  readonly constants: readonly Constant[];
  /** How each of them is written, the project, and the build. */
  readonly names: ReadonlyMap<string, string>;
  /** Classes of the package and its structs, and modules of projen, as they come up. */
  readonly used: Set<string>;
  /** The option that holds what is written; undefined where no option does. */
  readonly option?: string;
}

/** What calls and constants begin with, a class or a module, is to be imported. */
export function using(name: string, { used, names }: Writing): string {
  const [first] = name.split('.');
  if (first === BUILD) {
    return names.get(THE_BUILD)! + name.slice(first.length);
  }
  used.add(first);
  return name;
}

/** A list, or the lines of a text. */
export function bracketed(open: string, items: readonly Item[], close: string, layout: (code: Code) => Layout): Bracketed {
  return { open, close, pad: '', parts: items.map((item) => partOf(item, layout)) };
}

export function partOf({ comments, value }: Item, layout: (code: Code) => Layout, lead = ''): Part {
  return { comments, lead, layout: layout(value) };
}

/** Whether a text is one for several lines, of a script for instance. */
export function hasLines(code: Code): code is string {
  return typeof code === 'string' && /\n[^]*[^\n]/.test(code);
}

/** Whether nothing of it is ever broken, so that what stands behind it in a call may be. */
export function isLeaf(code: Code): boolean {
  return typeof code !== 'object' ? !hasLines(code) : code.kind === 'name' || code.kind === 'constant';
}

/** Lines in brackets, which stay lines. */
export function lines(text: string, open: string, close: string, literal: (line: string) => string): Layout {
  return { open, close, pad: '', broken: true, parts: text.split('\n').map((line) => ({ lead: '', layout: literal(line) })) };
}

/** The last argument, where it holds options. */
export function optionsOf(args: readonly Code[]): ObjectCode | undefined {
  const last = args.at(-1);
  return typeof last === 'object' && last.kind === 'object' ? last : undefined;
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text in quotes; what nobody would see in it is escaped. */
export function quotedText(text: string, escaped: (unseen: string) => string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const safe = text.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`).replace(UNSEEN, (character) => SHORT[character] ?? escaped(character));
  return quote + safe + quote;
}

/** One unit of UTF-16, or a code point, as most languages escape it. */
export function hex(letter: string, code: number, digits: number): string {
  return `\\${letter}${code.toString(16).padStart(digits, '0')}`;
}
