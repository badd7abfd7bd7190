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
import { NO_PROGRESS, type ProgressLine, progressLine } from './tasks/progress';
import { otherWriter, readModels } from './tasks/read-models';
import { printable } from './text/printable';
import { SIGNS, withColours } from './text/signs';
import { suggestion } from './text/suggestion';
import { folded } from './text/wrap';

/** Milliseconds that nobody needs to be told why they wait. */
const MOMENT = 1000;

/**
 * Runs one command in the current directory, the repository's root.
 *
 * @returns the exit code
 */
export async function main([word, ...args]: readonly string[], root = process.cwd()): Promise<number> {
  try {
    const answer = answerTo(word, args);
    if (answer !== undefined) {
      tell(process.stdout, answer);
      return EXIT.ok;
    }
    return await run(commandNamed(word), args, root);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    tell(process.stderr, `${(error as Error).message}\n${isUsage ? `\n${hintFor(word)}` : ''}`);
    return isUsage ? EXIT.usage : EXIT.failed;
  }
}

function hintFor(word: string | undefined): string {
  const { width } = lookOf(process.stderr, process.env);
  if (word === undefined) {
    return generalHelp();
  }
  return isCommand(word) ? usageHint(word, commands[word], width) : helpHint();
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
  return commandHelp(name, commands[name], lookOf(process.stdout, process.env).width);
}

async function run(name: CommandName, args: readonly string[], root: string): Promise<number> {
  const command = commands[name];
  const line = progressHere();
  const bare = contextOf(root, line);
  try {
    if (command.withoutModels) {
      return await command.prepare(args)(bare);
    }
    const begin = command.prepare(args);
    const context = { ...bare, modelFile: readModels(bare.read) };
    const other = otherWriter(context.modelFile);
    if (other) {
      tell(process.stderr, `${SIGNS.warning} .projen/tag-builds.json: ${other}. Run "npx projen".\n`);
    }
    return await begin(context);
  } finally {
    line.end();
  }
}

function contextOf(root: string, line: ProgressLine): BareContext {
  const look = lookOf(process.stdout, process.env);
  const print: BareContext['print'] = (text, coloured) => line.above(() => write(process.stdout, text, coloured));
  return {
    scripts: loadScripts(),
    read: (file) => readIfThere(fileIn(root, file)),
    root,
    env: process.env,
    list: (directory) => namesIn(root, directory),
    print,
    tell: (text) => line.above(() => tell(process.stdout, text)),
    aside: (text) => line.above(() => tell(process.stderr, text)),
    look,
    live: () => liveLines(print, (lines) => line.above(() => erase(lines)), look),
    progress: line,
  };
}

/** On standard error, so that what is printed can be a file's; in a pipe nobody waits. */
function progressHere(): ProgressLine {
  const { redraws, width } = lookOf(process.stderr, process.env);
  return redraws
    ? progressLine({
      write: (text) => { process.stderr.write(text); },
      columns: Math.min(process.stderr.columns || width, width),
      later: (listener) => {
        const timer = setTimeout(listener, MOMENT);
        return () => clearTimeout(timer);
      },
      interrupted: beforeInterruption,
    })
    : { ...NO_PROGRESS, above: (print) => print(), end: () => {} };
}

/** Whoever interrupts a program ends it, unless a command hears of it, too. */
function beforeInterruption(hear: () => void): () => void {
  const listener = () => {
    hear();
    process.off('SIGINT', listener);
    if (!process.listenerCount('SIGINT')) process.kill(process.pid, 'SIGINT');
  };
  process.on('SIGINT', listener);
  return () => process.off('SIGINT', listener);
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

/** Prints what people read: on a terminal no line is longer than that is wide. */
function tell(stream: NodeJS.WriteStream, text: string): void {
  write(stream, stream.isTTY ? folded(printable(text), lookOf(stream, process.env).width) : text);
}

function write(stream: NodeJS.WriteStream, text: string, coloured = withColours): void {
  const seen = printable(text);
  stream.write(lookOf(stream, process.env).colours ? coloured(seen) : seen);
}

/** Takes back the last lines of a terminal. */
function erase(lines: number): void {
  process.stdout.write(lines ? `\u001b[${lines}A\u001b[J` : '');
}

if (require.main === module) {
  // whoever reads no further, as head does, wants no more; what has to clean up before hears it as if its terminal were closed
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.emit('SIGHUP') || process.exit(code === 'EPIPE' ? EXIT.ok : EXIT.failed));
  // once all is printed: a connection that was given up would keep the process for seconds
  void main(process.argv.slice(2)).then((code) => process.stdout.write('', () => process.exit(code)));
}
