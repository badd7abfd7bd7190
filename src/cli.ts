import { type CommandName, COMMANDS } from './command-list';
import { fileIn, namesIn } from './outside/checkout';
import { readIfThere } from './outside/files';
import { packageVersion } from './outside/package-version';
import { loadScripts } from './outside/scripts';
import type { BareContext } from './tasks/command';
import { asksForHelp, UsageError } from './tasks/command-line';
import { commands } from './tasks/commands';
import { EXIT } from './tasks/exit-codes';
import { commandHelp, generalHelp, helpHint, usageHint } from './tasks/help';
import { liveLines } from './tasks/live';
import { lookOf } from './tasks/look';
import { otherWriter, readModels } from './tasks/read-models';
import { printable } from './text/printable';
import { withColours } from './text/signs';
import { suggestion } from './text/suggestion';

/**
 * Runs one command in the current directory, the repository's root.
 *
 * @returns the exit code
 */
export async function main([word, ...args]: readonly string[], root = process.cwd()): Promise<number> {
  try {
    const answer = answerTo(word, args);
    if (answer !== undefined) {
      print(answer);
      return EXIT.ok;
    }
    return await run(commandNamed(word), args, root);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    say(`${(error as Error).message}\n${isUsage ? `\n${hintFor(word)}` : ''}`);
    return isUsage ? EXIT.usage : EXIT.failed;
  }
}

function hintFor(word: string | undefined): string {
  if (word === undefined) {
    return generalHelp();
  }
  return isCommand(word) ? usageHint(word, commands[word]) : helpHint();
}

/** What is answered without looking at anything. */
function answerTo(word: string | undefined, args: readonly string[]): string | undefined {
  if (word === '--version') {
    return `${packageVersion()}\n`;
  }
  if (word === 'help' || word === '--help' || word === '-h') {
    return args.length ? helpOf(commandNamed(args[0])) : generalHelp();
  }
  return isCommand(word) && asksForHelp(args) ? helpOf(word) : undefined;
}

function helpOf(name: CommandName): string {
  return commandHelp(name, commands[name]);
}

async function run(name: CommandName, args: readonly string[], root: string): Promise<number> {
  const command = commands[name];
  const bare = contextOf(root);
  if (command.withoutModels) {
    return command.prepare(args)(bare);
  }
  const begin = command.prepare(args);
  const context = { ...bare, modelFile: readModels(bare.read) };
  const other = otherWriter(context.modelFile);
  if (other) {
    say(`note: .projen/tag-builds.json: ${other}. Run "npx projen".\n`);
  }
  return begin(context);
}

function contextOf(root: string): BareContext {
  const look = lookOf(process.stdout, process.env);
  return {
    scripts: loadScripts(),
    read: (file) => readIfThere(fileIn(root, file)),
    root,
    env: process.env,
    list: (directory) => namesIn(root, directory),
    print,
    look,
    live: () => liveLines(print, erase, look),
  };
}

function commandNamed(word: string | undefined): CommandName {
  if (isCommand(word)) {
    return word;
  }
  throw new UsageError(word === undefined ? 'a command is missing' : `there is no command '${word}'. ${suggestion(word, Object.keys(COMMANDS))}`);
}

function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(COMMANDS, word);
}

function print(text: string): void {
  write(process.stdout, text);
}

function say(text: string): void {
  write(process.stderr, text);
}

function write(stream: NodeJS.WriteStream, text: string): void {
  const seen = printable(text);
  stream.write(lookOf(stream, process.env).colours ? withColours(seen) : seen);
}

/** Takes back the last lines of a terminal. */
function erase(lines: number): void {
  process.stdout.write(lines ? `\u001b[${lines}A\u001b[J` : '');
}

if (require.main === module) {
  // whoever reads no further, as head does, wants no more
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? EXIT.ok : EXIT.failed));
  // once all is printed: a connection that was given up would keep the process for seconds
  void main(process.argv.slice(2)).then((code) => process.stdout.write('', () => process.exit(code)));
}
