import { parseArgs } from 'node:util';
import type { Exit } from './exit-codes';
import { suggestion } from '../text/suggestion';

/** How a command is written, and what its help says of that. */
export interface CommandLine {
  /** The ways to write it, without its name. */
  readonly usage: readonly string[];
  /** The one word that it takes beside options. */
  readonly operand?: Completed & { readonly name: string; readonly about: string };
  readonly options: Readonly<Record<string, OptionLine>>;
  /** What stands behind the name of the package, and what that does. */
  readonly examples: readonly (readonly [written: string, does: string])[];
  /** What an exit code means here, where it means more than everywhere. */
  readonly exits: Readonly<Partial<Record<Exit, string>>>;
  /** The page with all about it, from the repository's root. */
  readonly page: string;
}

/** What a shell proposes for a value; nothing where neither is given. */
export interface Completed {
  /** These words. */
  readonly words?: readonly string[];
  /** What is there where the command is written. */
  readonly list?: List;
}

/** Files and directories the shell knows itself. */
export type List = 'builds' | 'platforms' | 'tags' | 'branches' | 'files' | 'directories';

export interface OptionLine extends Completed {
  /** What stands for its value; '' for an option without one. */
  readonly value: string;
  readonly about: string;
}

/** The options that were given, each by its name, and the word beside them. */
export interface Parsed<L extends CommandLine> {
  readonly options: { readonly [N in keyof L['options']]?: L['options'][N]['value'] extends '' ? true : string };
  readonly operand: string | undefined;
}

/** A command that was written wrongly. Help is appended where it is printed. */
export class UsageError extends Error {}

/** Every command has it; it is looked for before anything else. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}

/** @throws UsageError that says what is wrong and what there is */
export function parse<L extends CommandLine>(line: L, args: readonly string[]): Parsed<L> {
  const types = Object.entries(line.options).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }] as const);
  const { tokens } = parseArgs({ args: [...args], options: Object.fromEntries(types), allowPositionals: true, strict: false, tokens: true });
  const options: Record<string, string | true> = {};
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind === 'option') options[token.name] = valueOf(line, token);
  }
  const most = line.operand ? 1 : 0;
  if (operands.length > most) {
    throw new UsageError(most ? `got ${operands.length} of ${line.operand!.name} (${operands.join(', ')}), and it is one` : `got '${operands[0]}', and it takes options only`);
  }
  return { options: options as Parsed<L>['options'], operand: operands[0] };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function valueOf({ options }: CommandLine, { name, rawName, value, inlineValue }: OptionToken): string | true {
  if (!Object.hasOwn(options, name)) {
    throw new UsageError(`there is no option '${rawName}'. ${suggestion(rawName, Object.keys(options).map((option) => `--${option}`))}`);
  }
  const placeholder = options[name].value;
  if (!placeholder && value !== undefined) {
    throw new UsageError(`${rawName} takes no value, and got '${value}'`);
  }
  if (placeholder && (!value || !inlineValue && value.startsWith('-'))) {
    throw new UsageError(`${rawName} takes a value: ${rawName}=${placeholder}`);
  }
  return value ?? true;
}
