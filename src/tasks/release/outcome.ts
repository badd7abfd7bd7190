import type { Refusal } from './refusals';
import type { Finding } from '../doctor/report';
import { EXIT } from '../exit-codes';
import type { Objection } from '../plan/plan';
import type { Published } from '../runs/published';

/** What came of it, with what the process ends. */
export const OUTCOMES = {
  /** The run has succeeded; what it has published is in `runs`. */
  'released': EXIT.ok,
  /** With --dry-run: all but the push was done, and taken back. */
  'tried': EXIT.ok,
  'declined': EXIT.ok,
  'objections': EXIT.found,
  /** git, a hook or the remote refused it. */
  'refused': EXIT.found,
  'failed': EXIT.found,
  /** The run has succeeded, and what is published is not what it was to be. */
  'differs': EXIT.found,
  /** The tag is pushed, and no run of it was found. */
  'not-started': EXIT.found,
  /** It could not be found out. */
  'unknown': EXIT.unknown,
  'interrupted': EXIT.interrupted,
} as const;

export type Outcome = keyof typeof OUTCOMES;

/** What `--json` prints; docs/release.md describes it. What is added to it leaves the version as it is. */
export interface Report {
  readonly version: 1;
  outcome: Outcome;
  tag: string;
  /** The version in the tag. */
  release: string;
  /** `owner/name`. */
  repository: string;
  /** The tagged commit, where there is one. */
  commit: string;
  /** Whether the tag is on the remote. */
  pushed: boolean;
  /** Whether a push broke off of which the remote did not say that it has taken it, and may still take it. */
  inDoubt: boolean;
  /** Ids of the builds that it starts. */
  builds: readonly string[];
  /** What was, or would be, done: sentences. */
  steps: readonly string[];
  objections: readonly Objection[];
  findings: readonly Finding[];
  refusal?: Refusal & { readonly words: readonly string[] };
  /** What could not be taken back: sentences. */
  left: readonly string[];
  runs: RunReport[];
}

export interface RunReport {
  readonly build: string;
  readonly id: number;
  readonly url: string;
  readonly attempt: number;
  readonly conclusion: string;
  /** Where the run has succeeded: what it has published. */
  readonly published?: Published;
}

export function emptyReport(): Report {
  return { version: 1, outcome: 'unknown', tag: '', release: '', repository: '', commit: '', pushed: false, inDoubt: false, builds: [], steps: [], objections: [], findings: [], left: [], runs: [] };
}
