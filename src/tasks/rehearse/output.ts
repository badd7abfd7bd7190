import type { StepResult } from './log';
import type { Produced } from './results';
import { EXIT } from '../exit-codes';

/** With what a rehearsal ends. */
export const OUTCOMES = { success: EXIT.ok, failure: EXIT.found, interrupted: EXIT.interrupted } as const;

export type RehearseOutcome = keyof typeof OUTCOMES;

/** What `--json` prints: of a rehearsal on this machine, and of one on GitHub. */
export type RehearseOutput = LocalRehearsal | RemoteRehearsal;

export interface LocalRehearsal {
  readonly version: 1;
  readonly where: 'here';
  readonly outcome: RehearseOutcome;
  /** Id of the build. */
  readonly build: string;
  /** Whether the guard ran alone. */
  readonly guardOnly: boolean;
  /** In the order in which they ran; of several jobs, each behind its job. */
  readonly legs: readonly string[];
  readonly steps: readonly StepResult[];
  /** The artifacts. */
  readonly produced: readonly Produced[];
  /** What a tag would publish of it; only where all has succeeded and something is published. */
  readonly published?: PublishedHere;
}

export interface PublishedHere {
  readonly files: readonly FileToPublish[];
  /** Why it cannot be published; '' where it can. */
  readonly problem: string;
}

export interface FileToPublish {
  /** In the release. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  /** As it was built. */
  readonly originalName: string;
}

export interface RemoteRehearsal {
  readonly version: 1;
  readonly where: 'github';
  readonly outcome: RehearseOutcome;
  /** Id of the build. */
  readonly build: string;
  readonly branch: string;
  readonly commit: string;
  /** Whether only the stored secrets were tried. */
  readonly guardOnly: boolean;
  readonly run: RehearsedRun;
  readonly jobs: readonly RehearsedJob[];
  /** What a tag would publish, each with its size; none where nothing is, or it is not known. */
  readonly files: readonly string[];
}

export interface RehearsedRun {
  readonly id: number;
  readonly url: string;
  /** GitHub's own word. */
  readonly conclusion: string;
}

export interface RehearsedJob {
  readonly name: string;
  /** GitHub's own word; '' where it has not ended. */
  readonly conclusion: string;
  /** ISO 8601; '' where it has not begun, or ended. */
  readonly startedAt: string;
  readonly completedAt: string;
  readonly url: string;
  /** The names of the steps that failed. */
  readonly failedSteps: readonly string[];
}
