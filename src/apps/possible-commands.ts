import type { Seen } from './app-check';
import { ELSEWHERE, MANAGERS } from './certain-commands';
import type { PlatformModel } from '../model/model';
import { fields, text } from '../outside/data';
import { shellWord } from '../text/shell';

/** A program that a build runs, or may run. */
export interface PossibleCommand {
  /** The program and what it is told, without what only starts it. */
  readonly words: readonly string[];
  /** The package script that has it; '' where the declaration itself does. */
  readonly script: string;
}

/** Where the package scripts stand. */
export type Sources = Pick<Seen, 'content'> & { readonly files: Pick<Seen['files'], 'get'> };

/** The commands of a build itself. */
export type Commands = Pick<PlatformModel, 'run'>;

interface Called {
  readonly name: string;
  readonly rest: readonly string[];
}

/** A word of a shell's command line, or what stands between two commands. */
const PART = /((?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\;&|<>()])+)|(&&|\|\||[;&|\n()])|[<>]+/gs;

/** Longer than anybody writes, and more than anybody calls. */
const MOST_CHARACTERS = 20_000;
const MOST_LINES = 500;

/** What starts the program behind it. */
const STARTERS = ['npx', 'bunx', 'pnpx', 'cross-env', 'cross-env-shell', 'env', 'time', 'sudo', 'exec', 'command'];
const SERIES = ['run-s', 'run-p', 'npm-run-all'];
/** What package managers have of their own; all else that pnpm, Yarn and Bun are told is a program. */
const OWN = /^(?:-.*|add|audit|bin|build|cache|ci|config|create|deploy|fetch|help|i|init|install|link|list|pack|publish|rebuild|remove|set|store|test|update|version|why|workspaces?)$/;

/** Several checks ask for the same, and most builds have many platforms. */
const known = new WeakMap<Sources, Map<Commands, readonly PossibleCommand[]>>();

/** Every command that a platform builds by in its working directory, those of the package scripts that it runs in place of what runs them. */
export function possibleCommands(seen: Sources, platform: Commands): readonly PossibleCommand[] {
  const commands = known.get(seen) ?? new Map<Commands, readonly PossibleCommand[]>();
  known.set(seen, commands);
  if (!commands.has(platform)) {
    commands.set(platform, followed(seen, platform));
  }
  return commands.get(platform)!;
}

/** The same where one of them may run a program: where nothing names it, nothing is taken apart. */
export function commandsWith(program: string, seen: Sources, platform: Commands): readonly PossibleCommand[] {
  const isNamed = [seen.files.get('package.json') ?? '', ...platform.run].some((words) => words.includes(program));
  return isNamed ? possibleCommands(seen, platform) : [];
}

/** Whether nothing runs behind a program that could put elsewhere what it makes. */
export function leavesFiles(isProgram: (command: PossibleCommand) => boolean, seen: Seen, platform: PlatformModel): boolean {
  const commands = possibleCommands(seen, platform);
  const behind = commands.slice(commands.findIndex(isProgram));
  return behind.every(isProgram) && seen.job.postBuildSteps.length === 0 && platform.postBuildSteps.length === 0;
}

function followed(seen: Sources, { run }: Commands): PossibleCommand[] {
  const scripts = fields(fields(seen.content('package.json')).scripts);
  let left = MOST_LINES;
  function follow(line: string, script: string, above: readonly string[]): PossibleCommand[] {
    return left-- <= 0 ? [] : commandsHere(line).flatMap((words) => {
      const called = calledScripts(words, (name) => Object.hasOwn(scripts, name) && !above.includes(name));
      return called.length === 0 ? [{ words: programOf(words), script }] : called.flatMap(({ name, rest }) => [
        ...follow(text(scripts[`pre${name}`]), `pre${name}`, [...above, name]),
        ...follow([text(scripts[name]), ...rest.map(shellWord)].join(' '), name, [...above, name]),
        ...follow(text(scripts[`post${name}`]), `post${name}`, [...above, name]),
      ]);
    });
  }
  return follow(run.join('\n'), '', []);
}

/** The commands up to one that leaves the directory, and that one. */
function commandsHere(line: string): (readonly string[])[] {
  const commands = splitCommands(line);
  const last = commands.findIndex(([program]) => program === 'cd' || program === 'pushd');
  return commands.slice(0, last < 0 ? undefined : last + 1).map(withoutStarters).filter(({ length }) => length);
}

/** The commands of a line of a shell, each in its words: as far as one can tell without running it. */
export function splitCommands(line: string): string[][] {
  const commands: string[][] = [[]];
  for (const [, word, end] of line.slice(0, MOST_CHARACTERS).replaceAll('\\\n', ' ').matchAll(PART)) {
    if (word !== undefined) {
      commands.at(-1)!.push(word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/gs, (_, double, single, escaped) => double ?? single ?? escaped));
    } else if (end !== undefined) {
      commands.push([]);
    }
  }
  return commands.filter((words) => words.length);
}

function withoutStarters(words: readonly string[]): readonly string[] {
  const [first = '', second = ''] = words;
  const starters = STARTERS.includes(first) || /^[A-Za-z_]\w*=/.test(first) ? 1 : /^(?:(?:npm|pnpm|yarn) (?:exec|dlx)|bun x)$/.test(`${first} ${second}`) ? 2 : 0;
  // npm hands on what stands behind a double dash, and not the dash
  const dashes = first === 'npm' && starters > 0 ? words.indexOf('--') : -1;
  const started = first === 'dotenv' ? words.slice(words.indexOf('--') + 1 || words.length)
    : words.filter((_, at) => at >= starters && at !== dashes);
  const program = started.findIndex((word) => !word.startsWith('-'));
  const isElsewhere = started.slice(0, program < 0 ? undefined : program).some((word) => ELSEWHERE.test(word));
  return started.length === words.length || isElsewhere ? words : withoutStarters(program < 0 ? [] : started.slice(program));
}

/** With what is handed on to them; none where the command is another one. */
function calledScripts([program, ...told]: readonly string[], isScript: (name: string) => boolean): Called[] {
  if (SERIES.includes(program)) {
    return told.filter(isScript).map((name) => ({ name, rest: [] }));
  }
  const isRun = ['run', 'run-script'].includes(told[0]);
  const at = told.findIndex((word, index) => index >= Number(isRun) && !/^(?:-s|--silent|--if-present)$/.test(word));
  if (!MANAGERS.includes(program) || program === 'npm' && !isRun || at < 0 || !isScript(told[at])) {
    return [];
  }
  const behind = told.slice(at + 1);
  const dashes = behind.indexOf('--');
  if (program === 'npm' && behind.slice(0, dashes < 0 ? undefined : dashes).some((word) => ELSEWHERE.test(word))) {
    return [];
  }
  // npm takes options for its own that stand before them
  const own = program === 'npm' ? behind.slice(0, dashes < 0 ? undefined : dashes).filter((word) => !word.startsWith('-')) : behind.slice(0, Math.max(dashes, 0));
  return [{ name: told[at], rest: dashes < 0 && program !== 'npm' ? behind : [...own, ...dashes < 0 ? [] : behind.slice(dashes + 1)] }];
}

/** The program itself, where a package manager finds it among the dependencies. */
function programOf(words: readonly string[]): readonly string[] {
  const [runner, program = ''] = words;
  return MANAGERS.includes(runner) && runner !== 'npm' && program !== '' && !OWN.test(program) ? words.slice(program === 'run' ? 2 : 1) : words;
}
