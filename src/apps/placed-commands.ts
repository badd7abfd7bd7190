import * as path from 'node:path/posix';
import { ShellPlace } from './shell-place';

/** A command of a script of bash or PowerShell, and where it runs. */
export interface PlacedCommand {
  readonly words: readonly string[];
  /** From the workspace; undefined where nobody can tell. */
  readonly directory: string | undefined;
  /** Whether the step comes to it whatever it finds, and fails where it does. */
  readonly isCertain: boolean;
}

/** Nobody writes a longer one, and what is unclosed in it is looked for to its end. */
const LONGEST = 20_000;

/** A text that a command is given, up to the line that ends it. */
const HERE_DOCUMENT = /<<-?[ \t]*(["']?)(\w+)\1([^\n]*\n)(?:[^\n]*\n)*?[ \t]*\2(?=\n|$)/g;

/** A line that goes on; a comment; where output goes; what is in quotes; what joins commands or puts them together; space; a word, as far as it goes without those. */
const PART = /\\\n|(?<![^\s;&|()])(?:#[^\n]*|(?:\d?|&)[<>]+&?[ \t]*[^\s;&|()"'<>]+)|"((?:[^"\\]|\\.)*)"|'([^']*)'|(&&|\|\||[;|&()\n])|([ \t\r]+)|([^\s"'&|;()\\]+|\\[^\n])/gs;

/** What stands in front of a command. */
const LEADING = /^(?:\w+=.*|if|then|elif|else|fi|for|while|until|select|do|done|case|esac|!|[{}]|time|sudo|env|corepack)$/s;

/** What leads to another directory, and what leads back. */
const GOES = /^(?:cd|chdir|pushd|sl|set-location|push-location)$/i;
const RETURNS = /^(?:popd|pop-location)$/i;

/** PowerShell has them behind a command, too. */
const BRACE = /^[{}]$/;

/**
 * The commands of a script, each with the directory that `cd` has led to. Whether a command runs, and
 * what a variable holds, is not known: where it leads then is not known either.
 *
 * @param directory the one in which the script begins
 */
export function placedCommands(script: string, directory: string): PlacedCommand[] {
  const found: PlacedCommand[] = [];
  const place = new ShellPlace(under('', directory || '.'));
  let before = '';
  for (const { words, end } of commandsIn(script.slice(0, LONGEST).replace(HERE_DOCUMENT, '$3'))) {
    const begins = words.findIndex((word) => !LEADING.test(word));
    const leading = words.slice(0, begins < 0 ? undefined : begins);
    const [program = '', ...rest] = words.slice(leading.length);
    const told = rest.filter((word) => !BRACE.test(word));
    leading.forEach((word, at) => place.keyword(word, at === words.length - 1 ? end : ''));
    if (GOES.test(program)) {
      place.here = told.length === 1 ? under(place.here, told[0]) : undefined;
    } else if (RETURNS.test(program)) {
      place.here = undefined;
    } else if (program) {
      found.push({ words: [program, ...told], directory: place.here, isCertain: place.isCertain && before !== '||' && end !== '||' });
    }
    rest.filter((word) => BRACE.test(word)).forEach((word) => place.keyword(word));
    place.end(program, end);
    before = end;
  }
  return found;
}

/** A directory in another one, from the workspace; undefined where that leads out of it, or depends on what the run knows. */
export function under(directory: string | undefined, name: string): string | undefined {
  if (directory === undefined || name === '' || /[$`*?~\\{]|^[/-]|^\w:/.test(name)) {
    return undefined;
  }
  const joined = path.join(directory, name).replace(/^\.$|\/$/, '');
  return joined.split('/')[0] === '..' ? undefined : joined;
}

interface Command {
  readonly words: readonly string[];
  /** What stands behind it; '' at the end of the script. */
  readonly end: string;
}

function commandsIn(script: string): Command[] {
  const commands: Command[] = [];
  let words: string[] = [];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = (end: string): void => {
    endWord();
    commands.push({ words, end });
    words = [];
  };
  for (const [whole, double, single, operator, space, plain] of script.matchAll(PART)) {
    const more = double ?? single ?? plain;
    if (more !== undefined) {
      word = (word ?? '') + more;
    } else if (operator) {
      endCommand(operator);
    } else if (space || whole === '\\\n') {
      endWord();
    }
  }
  endCommand('');
  return commands;
}
