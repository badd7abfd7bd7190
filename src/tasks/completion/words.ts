import { type CommandName, COMMANDS } from '../../command-list';
import type { Command } from '../command';
import type { CommandLine, Completed } from '../command-line';

/** What can be written behind a command, for a shell. */
export interface CommandWords {
  readonly name: string;
  readonly about: string;
  readonly options: readonly OptionWords[];
  /** Undefined where it takes options only. */
  readonly operand: (Completed & { readonly name: string }) | undefined;
}

export interface OptionWords extends Completed {
  /** Without the dashes. */
  readonly name: string;
  /** What stands for its value; '' for an option without one. */
  readonly value: string;
  readonly about: string;
}

export type Lines = Readonly<Record<CommandName, Pick<Command, 'line'>>>;

const HELP: OptionWords = { name: 'help', value: '', about: 'what it does, its options and examples' };

/** Of each command, and of `help`, which is none. */
export function commandWords(lines: Lines): CommandWords[] {
  const names = Object.keys(COMMANDS) as CommandName[];
  return [
    ...names.map((name) => ({ name, about: COMMANDS[name].description, ...wordsOf(lines[name].line) })),
    { name: 'help', about: 'Say what a command does', options: [], operand: { name: 'COMMAND', words: names } },
  ];
}

function wordsOf({ options, operand }: CommandLine): Pick<CommandWords, 'options' | 'operand'> {
  return { options: [...Object.entries(options).map(([name, option]) => ({ name, ...option })), HELP], operand };
}
