import * as path from 'node:path/posix';

/** A command of a script of bash, and where it runs. */
export interface PlacedCommand {
  readonly words: readonly string[];
  /** From the workspace; undefined where nobody can tell. */
  readonly directory: string | undefined;
}

/** Nobody writes a longer one, and what is unclosed in it is looked for to its end. */
const LONGEST = 20_000;

/** A line that goes on; a comment; what is in quotes; what joins commands or puts them together; space; a word, as far as it goes without those. */
const PART = /\\\n|(?<![^\s;&|()])#[^\n]*|"((?:[^"\\]|\\.)*)"|'([^']*)'|(&&|\|\||[;|&()\n])|([ \t\r]+)|([^\s"'&|;()\\]+|\\[^\n])/gs;

/** What stands in front of a command. */
const LEADING = /^(?:\w+=.*|if|then|elif|else|while|until|do|!|\{|time|sudo|env|corepack)$/s;

/**
 * The commands of a script, each with the directory that `cd` has led to. Whether a command runs, and
 * what a variable holds, is not known: where it leads then is not known either.
 *
 * @param directory the one in which the script begins
 */
export function placedCommands(script: string, directory: string): PlacedCommand[] {
  const found: PlacedCommand[] = [];
  const around: (string | undefined)[] = [];
  let here = under('', directory || '.');
  for (const { words, end } of commandsIn(script.slice(0, LONGEST))) {
    const begins = words.findIndex((word) => !LEADING.test(word));
    const [program, ...rest] = begins < 0 ? [] : words.slice(begins);
    if (program === 'cd' || program === 'pushd') {
      here = rest.length === 1 ? under(here, rest[0]) : undefined;
    } else if (program === 'popd') {
      here = undefined;
    } else if (program !== undefined) {
      found.push({ words: [program, ...rest], directory: here });
    }
    // what leaves the directory in parentheses leaves it in them alone
    if (end === '(') {
      around.push(here);
    } else if (end === ')' && around.length) {
      here = around.pop();
    }
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
