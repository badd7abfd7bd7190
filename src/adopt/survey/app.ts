import type { PlatformName, System } from './platforms';
import type { Sight } from './sight';
import type { Misled } from '../../updaters/app-configuration';
import type { Code } from '../code';

/** One way of building an app, known by the files that it needs. */
export interface AppKind {
  /** What the answer to `app` is. */
  readonly id: string;
  /** Whether its files say that an app is built here; those of the others may serve something else. */
  readonly isCertain: boolean;
  /** Undefined where no such app lies. */
  read(sight: Sight): App | undefined;
}

/** How an app is built, as far as its files say. */
export interface App {
  /** The tool, as it calls itself. */
  readonly title: string;
  /** The file that says so, from the app's directory. */
  readonly file: string;
  readonly name: string;
  /** Those that the files name; none where they name none. */
  readonly platforms: readonly PlatformName[];
  /** Whether the packages of its package.json are needed. */
  readonly usesNode: boolean;
  /** Elements of `setup`. */
  readonly setup: readonly Code[];
  /** Commands of `prepare`, by the names of their steps. */
  readonly prepare: Readonly<Record<string, string>>;
  /** Files that may hold the version, from the app's directory. */
  readonly manifests: readonly string[];
  readonly updater?: FoundUpdater;
  /** Whether commands and files are guessed. */
  readonly isGuessed?: true;
  readonly notes: readonly Note[];
  build(platform: PlatformName): Build;
}

/** What one platform does. */
export interface Build {
  /** A package script, or commands. */
  readonly script?: string;
  readonly run?: readonly string[];
  readonly artifacts: readonly string[];
  /** More options of the platform. */
  readonly options?: Readonly<Record<string, Code>>;
  /** What a person must decide. */
  readonly notes?: readonly string[];
}

export interface FoundUpdater {
  readonly code: Code;
  /** Why installed apps would find nothing. */
  readonly misled: readonly Misled[];
  /** Why what a platform makes is nothing that apps update themselves by, a sentence without its end. */
  complaint(system: System, artifacts: readonly string[]): string | undefined;
}

/** Something that a person must decide, at the option that it is about. */
export interface Note {
  readonly option: string;
  readonly text: string;
}

/** A name that commands, files and artifacts can have as it is. */
export function plainName(...names: readonly unknown[]): string {
  return names.find((name): name is string => typeof name === 'string' && /^\w[\w.-]{0,80}$/.test(name)) ?? 'app';
}
