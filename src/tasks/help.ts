import type { Command } from './command';
import type { CommandLine } from './command-line';
import { EXIT, EXIT_MEANINGS, type Exit } from './exit-codes';
import { COMMANDS, type CommandName } from '../command-list';

const PROGRAM = 'projen-tag-build';
const EXITS = Object.keys(EXIT) as Exit[];
/** What every command may end with. */
const EVERYWHERE: readonly Exit[] = ['ok', 'found', 'failed', 'usage'];
const PAGES = 'https://github.com/projen-tag-build/projen-tag-build/blob/main';

/** What the program prints where it is asked for help in general. */
export function generalHelp(): string {
  return [
    `usage: ${PROGRAM} COMMAND [ARGUMENTS]`,
    'Most commands read .projen/tag-builds.json, which "npx projen" writes; none of them runs the projenrc but synth.',
    table('commands', Object.entries(COMMANDS).map(([name, { description }]) => [name, description])),
    table('options', [['-h, --help', 'this text; behind a command, its own'], ['--version', 'the version of this program']]),
    table('exit codes', exitRows(EXITS)),
    `More on a command: ${PROGRAM} help COMMAND\n`,
  ].join('\n\n');
}

/** What a command prints where it is asked for help. */
export function commandHelp(name: CommandName, { line }: Pick<Command, 'line'>, width: number): string {
  const { operand, options, examples, exits, page } = line;
  return [
    `${COMMANDS[name].description}.`,
    usage(name, line, width),
    table('arguments', [
      ...operand ? [[operand.name, operand.about] as const] : [],
      ...Object.entries(options).map(([option, { value, about }]) => [`--${option}${value && ` ${value}`}`, about] as const),
      ['-h, --help', 'this text'],
    ]),
    table('exit codes', exitRows(EXITS.filter((exit) => exit in exits || EVERYWHERE.includes(exit)), exits)),
    table('examples', examples.map(([written, does]) => [`${PROGRAM} ${written}`, does])),
    `More: ${PAGES}/${page}\n`,
  ].join('\n\n');
}

/** What stands behind the sentence about a command that was written wrongly. */
export function usageHint(name: CommandName, { line }: Pick<Command, 'line'>, width: number): string {
  return `${usage(name, line, width)}\nMore: ${PROGRAM} ${name} --help\n`;
}

/** The same where it is not known which command was meant. */
export function helpHint(): string {
  return `Help: ${PROGRAM} --help\n`;
}

function usage(name: CommandName, { usage: ways }: CommandLine, width: number): string {
  return ways.flatMap((way, index) => broken(`${index ? '      ' : 'usage:'} ${PROGRAM} ${name}`, way, width)).map((line) => line.trimEnd()).join('\n');
}

/** A long one goes on in another line, before an option; where one of them is too long for that, further to the left. */
function broken(begin: string, way: string, width: number): string[] {
  const options = way.split(/ (?=\[?-)/);
  const indent = options.every((option) => begin.length + 1 + option.length <= width) ? begin.length : 'usage: '.length;
  return options.reduce<string[]>((lines, option) => {
    const longer = `${lines.at(-1)} ${option}`;
    return longer.length <= width ? [...lines.slice(0, -1), longer] : [...lines, `${' '.repeat(indent)} ${option}`];
  }, [begin]);
}

function exitRows(which: readonly Exit[], here: Readonly<Partial<Record<Exit, string>>> = {}): (readonly [string, string])[] {
  return which.map((exit) => [String(EXIT[exit]), here[exit] ?? EXIT_MEANINGS[exit]]);
}

function table(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([word]) => word.length)) + 2;
  return [`${title}:`, ...rows.map(([word, about]) => `  ${word.padEnd(width)}${about}`)].join('\n');
}
