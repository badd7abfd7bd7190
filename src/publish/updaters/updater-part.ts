import type { FoundFile } from '../assemble/legs';
import type { NamedFile } from '../assemble/problems';
import type { UpdaterPlan } from '../contract';
import type { Message } from '../report';

/** What one kind of updater has to say when the files of a release are put together. Nothing is written by it. */
export interface UpdaterPart<P extends UpdaterPlan, B extends Before = Before> {
  /** What is to be known before files get their names. */
  before(plan: P, files: readonly FoundFile[]): Promise<B>;
  /** What is made of the files, and what an installed app would not find or not accept. They have the names that they have in the release. */
  after(plan: P, files: readonly NamedFile[], before: B): Promise<Made>;
}

export interface Before {
  /** Files that are not published themselves, because one is made of them. */
  readonly taken: readonly FoundFile[];
  /** What files are called in what the updater reads, where the build called them otherwise. */
  readonly names: ReadonlyMap<FoundFile, string>;
  /** Files whose names nothing changes, also not `assetName`. */
  readonly kept?: readonly FoundFile[];
  readonly problems: readonly Message[];
}

export interface Made {
  readonly files: readonly MadeFile[];
  readonly problems: readonly Message[];
}

/** A file of the release that is made here; no other file may have its name. */
export interface MadeFile {
  readonly name: string;
  readonly content: string;
}
