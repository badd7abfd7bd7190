import type { AppCheckId } from './app-check-list';
import type { BuildJobModel, Model, PlatformModel } from '../model/model';
import { readConfiguration } from '../outside/configuration';

/** A check over files of the app: where they lie here it is a rule of the synthesis, elsewhere the doctor looks. */
export interface AppCheck {
  /** Stable; also the heading in docs/diagnostics.md. */
  readonly id: AppCheckId;
  /** Why it is a problem, for the docs. */
  readonly cause: string;
  /** What to do, for the docs. */
  readonly cure: string;
  /** Names of the files that it reads, from the working directory of a job; `..` may leave that, but not the repository. */
  files(model: Model, job: BuildJobModel): readonly string[];
  /** Names of further files, which those tell. */
  more?(seen: Seen): readonly string[];
  check(seen: Seen): AppFinding[];
}

/** What is known of the app that a job builds. */
export interface Seen {
  readonly model: Model;
  readonly job: BuildJobModel;
  /** The text of each file that is there, by its name from the working directory; '' of one that cannot be read. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether projen is about to write a file: what goes with it may follow. */
  isWritten(file: string): boolean;
  /** What such a file says; undefined where it is not there, or nobody can tell without running it. */
  content(file: string): unknown;
}

/** Something that a check found. */
export interface AppFinding {
  /** The platform that cannot be built so; where it is all of the job, the name of the file that says it. */
  readonly at: PlatformModel | string;
  /** What is written and what is allowed, a sentence without its end. */
  readonly what: string;
  /** What to do, whole sentences. */
  readonly fix: string;
}

/** Reads what each file says when it is asked for, and once. */
export function see(model: Model, job: BuildJobModel, files: ReadonlyMap<string, string>, isWritten: Seen['isWritten'] = () => false): Seen {
  const contents = new Map<string, unknown>();
  return {
    model,
    job,
    files,
    isWritten,
    content: (file) => {
      const text = files.get(file);
      if (text !== undefined && !contents.has(file)) {
        contents.set(file, readConfiguration(file, text));
      }
      return contents.get(file);
    },
  };
}
