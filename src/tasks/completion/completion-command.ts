import { bashScript } from './bash';
import { fishScript } from './fish';
import { type ListName, LISTS, listText } from './lists';
import { type CommandWords, commandWords, type Lines } from './words';
import { zshScript } from './zsh';
import { suggestion } from '../../text/suggestion';
import { andList } from '../../text/words';
import type { BareCommand, BareContext } from '../command';
import { type CommandLine, parse, UsageError } from '../command-line';
import { EXIT } from '../exit-codes';

const SCRIPTS: Readonly<Record<string, (commands: readonly CommandWords[]) => string>> = { bash: bashScript, zsh: zshScript, fish: fishScript };
const SHELLS = Object.keys(SCRIPTS);

const LINE = {
  usage: ['SHELL', '--list NAMES'],
  operand: { name: 'SHELL', about: `the shell that the script is for: ${SHELLS.join(', ')}`, words: SHELLS },
  options: { list: { value: 'NAMES', about: `what such a script asks for: ${Object.keys(LISTS).join(', ')}, one a line`, words: Object.keys(LISTS) } },
  examples: [
    ['completion bash', 'the script, to be read by: eval "$(projen-tag-build completion bash)"'],
    ['completion --list tags', 'what is proposed behind plan'],
  ],
  exits: {},
  page: 'docs/commands.md#completion',
} as const satisfies CommandLine;

/** @param lines of all commands, of which this is one */
export function completionOf(lines: () => Lines): BareCommand {
  return {
    line: LINE,
    withoutModels: true,
    prepare: (args) => {
      const { operand, options: { list } } = parse(LINE, args);
      const text = list === undefined ? scriptFor(operand, lines) : namesOf(list, operand);
      return async (context) => {
        context.print(await text(context));
        return EXIT.ok;
      };
    },
  };
}

type Printed = (context: BareContext) => string | Promise<string>;

function scriptFor(shell: string | undefined, lines: () => Lines): Printed {
  if (shell === undefined) {
    throw new UsageError(`a shell is missing: ${andList(SHELLS)} are known`);
  }
  if (!SHELLS.includes(shell)) {
    throw new UsageError(`'${shell}' is no shell that is known. ${suggestion(shell, SHELLS)}`);
  }
  return () => SCRIPTS[shell](commandWords(lines()));
}

function namesOf(list: string, operand: string | undefined): Printed {
  if (operand !== undefined) {
    throw new UsageError('--list takes no shell beside it');
  }
  if (!Object.hasOwn(LISTS, list)) {
    throw new UsageError(`--list is '${list}'. ${suggestion(list, Object.keys(LISTS))}`);
  }
  return async (context) => listText(list as ListName, context);
}
