import type { CommandLine } from './command-line';
import type { Live } from './live';
import type { Look } from './look';
import type { Progress } from './progress';
import type { ModelFile } from '../model/model-file';
import type { Scripts } from '../text/scripts';

/** What every command is given; it touches nothing else. */
export interface BareContext {
  /** The fixed scripts of the package. */
  readonly scripts: Scripts;
  /** The text of a file, by its path from the repository's root; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /** The repository's root. */
  readonly root: string;
  /** The user's environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The names of the files in a directory, by its path from the root; none where there is no such directory. */
  readonly list: (path: string) => readonly string[];
  /**
   * Prints to standard output, as it is: data, and what is to be copied, such as code or a command.
   *
   * @param coloured where colours are allowed, in place of signs in theirs
   */
  readonly print: (text: string, coloured?: (text: string) => string) => void;
  /** Prints what people read: no line of it is longer than the terminal is wide. */
  readonly tell: (text: string) => void;
  /** Prints to standard error, where standard output is kept for something else. */
  readonly aside: (text: string) => void;
  /** How that may look. */
  readonly look: Look;
  /** Lines on standard output that become others while one waits. */
  readonly live: () => Live;
  /** To be told what is waited for. */
  readonly progress: Progress;
}

/** What a command is given that reads the committed models. */
export interface Context extends BareContext {
  /** The committed models. */
  readonly modelFile: ModelFile;
}

interface CommandOn<C> {
  readonly line: CommandLine;
  /**
   * Reads the arguments, before anything is looked at. What it returns runs the command, to an exit code.
   *
   * @throws UsageError
   */
  readonly prepare: (args: readonly string[]) => (context: C) => number | Promise<number>;
}

/** A command that reads the committed models. */
export interface Command extends CommandOn<Context> {
  readonly withoutModels?: undefined;
}

/** One that runs where there are none, too. */
export interface BareCommand extends CommandOn<BareContext> {
  readonly withoutModels: true;
}
