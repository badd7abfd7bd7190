import type { Mapping } from '../../github/workflow-reader';

/**
 * A workflow that somebody has written, as GitHub's parser reads it: anchors are resolved, and
 * every text is as it was written, with its expressions.
 */
export interface WorkflowSource {
  readonly name?: string;
  /** Lines above the first key, and those that belong to no job or step, without the sign of a comment. */
  readonly comments: readonly string[];
  /** By the name of the event: what stands below it, as data. */
  readonly on: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string>>;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly defaults: RunDefaults;
  readonly jobs: readonly JobSource[];
}

export interface RunDefaults {
  readonly shell?: string;
  readonly workingDirectory?: string;
}

export interface JobSource {
  readonly id: string;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly comments: readonly string[];
  readonly name?: string;
  readonly needs: readonly string[];
  readonly if?: string;
  /** As it was written: a label, several, a group, or an expression. */
  readonly runsOn?: unknown;
  /** `strategy.matrix` as it was written; undefined without one. */
  readonly matrix?: unknown;
  readonly strategy: { readonly failFast?: boolean; readonly maxParallel?: number };
  readonly env: Readonly<Record<string, string>>;
  readonly permissions?: unknown;
  readonly environment?: unknown;
  readonly concurrency?: unknown;
  readonly container?: unknown;
  readonly services?: unknown;
  readonly outputs: Readonly<Record<string, string>>;
  readonly defaults: RunDefaults;
  readonly timeoutMinutes?: number | string;
  readonly continueOnError?: boolean | string;
  /** A reusable workflow that it calls, with what it hands over. */
  readonly uses?: string;
  /** Its `with`, of which a number or a flag is none if it is a text. */
  readonly inputs: Mapping;
  readonly secrets?: unknown;
  readonly steps: readonly StepSource[];
}

export interface StepSource {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly comments: readonly string[];
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly shell?: string;
  readonly workingDirectory?: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMinutes?: number | string;
  readonly continueOnError?: boolean | string;
}
