import type { Model, PublishTargetModel } from '../model/model';

/** The release that a run would make, as its guard calls it. */
export interface PlannedRelease {
  readonly tag: string;
  readonly version: string;
  readonly prerelease: boolean;
  /** Whether its tag holds a version. */
  readonly isVersioned: boolean;
}

/** What is known of one kind of publish target, for whoever speaks of it: the doc, the README, the plan. */
export interface TargetKind<T extends PublishTargetModel> {
  /** Whether it is what becomes public. */
  readonly isResult: boolean;
  /** What it is called by, as Markdown: a noun phrase. */
  title(target: T): string;
  /** What stands in the picture for it, line by line; nothing where its job's name says enough. */
  drawn(target: T): string[];
  /** What it does, as Markdown: sentences. */
  about(target: T, model: Model): string[];
  /** What it is called by in plain text: a noun phrase. */
  name(target: T): string;
  /** What is particular about it for one release, in plain text: clauses. */
  planned(target: T, release: PlannedRelease, model: Model): string[];
  /** What a person sets up before the first tag, step by step, as Markdown. */
  setUp(target: T, model: Model): string[];
  /** What to tick off before the first tag, as Markdown. */
  checklist(target: T, model: Model): string[];
  /** How it is taken back, as Markdown: sentences. */
  takeBack(target: T, model: Model): string[];
}
