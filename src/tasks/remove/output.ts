import type { Removal } from './removal';
import { EXIT } from '../exit-codes';

/** What came of it, with what the process ends. */
export const OUTCOMES = {
  'removed': EXIT.ok,
  /** All is removed but the packages. */
  'packages-failed': EXIT.found,
  'dry-run': EXIT.ok,
  'nothing': EXIT.ok,
  /** Nothing is removed before the declaration is changed. */
  'by-hand': EXIT.found,
} as const;

export type RemoveOutcome = keyof typeof OUTCOMES;

/** What `--json` prints. All paths are from the root. */
export interface RemoveOutput {
  readonly version: 1;
  readonly outcome: RemoveOutcome;
  /** The declaration that holds more than tag builds, and is to be changed by hand first. */
  readonly byHand?: ChangeByHand;
  /** Lines of a declaration that stays, from which the package is to be taken at last. */
  readonly naming: readonly string[];
  /** Files that go. */
  readonly deleted: readonly string[];
  /** Files that stay, without what was put into them. */
  readonly edited: readonly EditedFile[];
  /** What was generated, and stays. */
  readonly kept: readonly string[];
  /** What goes, and is not what was generated. */
  readonly changed: readonly string[];
  /** The command that takes the packages back; '' where none are listed. */
  readonly packages: string;
  /** Whether it was run, and has succeeded. */
  readonly packagesTaken: boolean;
}

export interface ChangeByHand {
  readonly projenrc: string;
  /** Each behind its number. */
  readonly lines: readonly string[];
}

export interface EditedFile {
  readonly path: string;
  /** What is taken from it, a phrase. */
  readonly what: string;
  /** Whether nothing else is in it, so that it goes. */
  readonly goes: boolean;
}

export function outputOf(removal: Removal, outcome: RemoveOutcome, runs: boolean): RemoveOutput {
  const { byHand, naming, deleted, edited, kept, changed, packages = '' } = removal;
  return {
    version: 1,
    outcome,
    ...byHand && { byHand },
    naming,
    deleted,
    edited: edited.map(({ path, what, text }) => ({ path, what, goes: text === '' })),
    kept,
    changed,
    packages,
    packagesTaken: runs && outcome === 'removed' && packages !== '',
  };
}
