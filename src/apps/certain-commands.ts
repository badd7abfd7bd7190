import { type Fields, text } from '../outside/data';

/** A command that a build runs for sure. */
export interface CertainCommand {
  /** None where something runs of which nobody can tell what it is. */
  readonly words: readonly string[];
  /** The package script that it stands in; '' in the build's own commands. */
  readonly script: string;
}

/** Nobody writes a longer one, and what is unclosed in it is looked for to its end. */
const LONGEST = 10_000;

/** A word, as far as it goes without a quote; what joins commands; what is in quotes; space. */
const PART = /([^\s"'&|;()<>`\\]+)|(&&)|"((?:[^"\\]|\\.)*)"|'([^']*)'|(\s+)|(.)/gs;

/** What a shell does not run, but obeys. */
const KEYWORDS = ['if', 'for', 'while', 'until', 'case', 'function', '{', '!', '[', '[[', 'cd', 'pushd', 'exit', 'exec', 'eval', 'source', '.', 'trap', 'alias'];

/** Options of package managers that lead to another directory, or to several. */
export const ELSEWHERE = /^(?:-C|-F|-r|-w|-ws|--(?:prefix|dir|cwd|filter|recursive|workspaces?|workspace-root)(?:=.*)?)$/s;

export const MANAGERS = ['npm', 'pnpm', 'yarn', 'bun'];

/** What runs the program that is named behind its own words. */
const WRAPPERS = ['cross-env', 'cross-env-shell', 'env', 'dotenv'];

/**
 * The commands of a build in the order in which they run, package scripts followed, each once.
 * Where a shell is asked for more than one command after another, nobody can tell which of them
 * run, nor where, behind what leaves the directory.
 */
export function certainCommands(run: readonly string[], scripts: Fields): CertainCommand[] {
  const followed = new Set<string>();
  const inText = (line: string, script: string): CertainCommand[] => plainCommands(line).flatMap((words) => inCommand({ words, script }));
  const inScript = (name: string): CertainCommand[] => {
    const line = Object.hasOwn(scripts, name) ? text(scripts[name]) : '';
    const isNew = line !== '' && !followed.has(name);
    followed.add(name);
    return isNew ? inText(line, name) : [];
  };
  const inCommand = (command: CertainCommand): CertainCommand[] => programsOf(command)
    .flatMap((program) => [program, ...scriptsRunBy(program.words, scripts).flatMap(inScript)]);
  return linesOf(run).flatMap((line) => inText(line, ''));
}

/** The lines of steps of bash, which goes on where the one before has left it: none behind one that is not plain. */
export function linesOf(run: readonly string[]): string[] {
  const lines = run.flatMap((commands) => commands.split('\n')).filter((line) => !/^\s*(?:#.*)?$/.test(line));
  const last = lines.findIndex((line) => plainCommands(line).some((words) => !words.length));
  return lines.slice(0, last < 0 ? undefined : last + 1);
}

/** The package scripts that a command runs, with those that run before and after each. */
function scriptsRunBy(words: readonly string[], scripts: Fields): string[] {
  const [program, ...rest] = words;
  if (program === 'run-s' || program === 'npm-run-all') {
    return rest.some((word) => word.startsWith('-')) ? [] : rest.flatMap(around);
  }
  const behind = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined);
  if (!MANAGERS.includes(program) || behind.some((word) => ELSEWHERE.test(word))) {
    return [];
  }
  const [verb, name] = behind.filter((word) => !word.startsWith('-'));
  if (verb === 'run' || verb === 'run-script') {
    return name === undefined ? [] : around(name);
  }
  return program !== 'npm' && verb !== undefined && Object.hasOwn(scripts, verb) ? around(verb) : [];
}

function around(name: string): string[] {
  return [`pre${name}`, name, `post${name}`];
}

/** A command without what it sets, and the one that it wraps. */
function programsOf({ words, script }: CertainCommand): CertainCommand[] {
  const start = words.findIndex((word) => !/^\w+=/.test(word));
  const own = start < 0 ? [] : words.slice(start);
  const [program, ...rest] = own;
  const wrapped = WRAPPERS.includes(program) ? wrappedBy(rest) : ['pnpm', 'yarn'].includes(program) && rest[0] === 'exec' ? wrappedBy(rest.slice(1)) : [];
  return [{ words: own, script }, ...wrapped.length ? programsOf({ words: wrapped, script }) : []];
}

function wrappedBy(words: readonly string[]): readonly string[] {
  const behind = words.includes('--') ? words.slice(words.indexOf('--') + 1) : words;
  return behind[0]?.startsWith('-') ? [] : behind;
}

/** The words of each command of a line, as long as it is plain; none stand for all that is not. */
export function plainCommands(line: string): string[][] {
  const commands = line.length > LONGEST ? undefined : split(line);
  if (!commands) {
    return [[]];
  }
  const last = commands.findIndex(([first]) => first === undefined || KEYWORDS.includes(first) || /[$`%#]/.test(first));
  return last < 0 ? commands : [...commands.slice(0, last), []];
}

/** Undefined where they are joined by something else than `&&`. */
function split(line: string): string[][] | undefined {
  const commands: string[][] = [[]];
  let word: string | undefined;
  const end = (): void => {
    if (word !== undefined) commands.at(-1)!.push(word);
    word = undefined;
  };
  for (const [, plain, and, double, single, space] of line.matchAll(PART)) {
    const more = plain ?? double ?? single;
    if (more !== undefined) {
      word = (word ?? '') + more;
    } else if (and || space) {
      end();
      if (and) commands.push([]);
    } else {
      return undefined;
    }
  }
  end();
  return commands;
}
