import type { Model } from './model';

/** Where the models lie, from the repository's root. */
export const MODEL_FILE = '.projen/tag-builds.json';

/** What the tasks read: they never run the projenrc. */
export interface ModelFile {
  /** Of this shape. */
  readonly version: 1;
  /** Sorted by id. */
  readonly builds: readonly BuildEntry[];
}

export interface BuildEntry {
  readonly model: Model;
  /** The workflow, where it was changed through the escape hatch. */
  readonly workflow?: object;
}
