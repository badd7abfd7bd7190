import type { StepSource } from './workflow-source';
import type { Code } from '../code';

/**
 * One leg of a job as the original runs it: of a matrix each combination, with the values of
 * `matrix` and `env` put in wherever they are known, so that a reader of steps meets plain text.
 */
export interface LegSource {
  readonly jobId: string;
  readonly runsOn: readonly string[];
  readonly system: 'linux' | 'macos' | 'windows' | 'unknown';
  /** The combination, for what is left of expressions. */
  readonly matrix: Readonly<Record<string, unknown>>;
  /** From the workflow and the job. */
  readonly env: Readonly<Record<string, string>>;
  readonly steps: readonly StepSource[];
}

/**
 * What one step of the original is, in words of a declaration. Paths and patterns are those of the
 * workspace: a step's `working-directory` is put in front of them.
 */
export interface StepMeaning {
  /** Elements of `setup`. */
  readonly setup?: readonly Code[];
  /** Elements of `repositories`; the path of the checkout says which of them is the main one. */
  readonly repositories?: readonly { readonly code: Code; readonly path: string; readonly isSelf: boolean }[];
  /** Patterns of `artifacts`. */
  readonly artifacts?: readonly string[];
  /** What the artifact is called that these go into; others download it by this name. */
  readonly artifactName?: string;
  /** Artifacts of other jobs that arrive here. */
  readonly downloads?: readonly Download[];
  /** Elements of `dependencies`. */
  readonly dependencies?: readonly Code[];
  /** Elements of `signing`. */
  readonly signing?: readonly Code[];
  /** Elements of `publish`; the patterns that the release took, to be compared with the artifacts. */
  readonly publish?: readonly Target[];
  /** The updater whose metadata is among the artifacts: an option of the release that takes them. */
  readonly updater?: Code;
  /** What it builds for where the runner says something else, as Tauri's updater calls it: `darwin-x86_64`. */
  readonly updates?: readonly string[];
  /** Commands that build, where an action did (tauri-action): they become `run`. */
  readonly build?: readonly string[];
  /** Variables of `build`, but for secrets. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of the build, such as `version`. */
  readonly options?: Readonly<Record<string, Code>>;
  /** Names of secrets with the variables that they arrived in. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** What the other readers are asked for in its place: the commands of a script, the variables, that are none of this kind. */
  readonly rest?: StepSource;
  readonly report: readonly ReportLine[];
}

/** Where something becomes public. */
export interface Target {
  readonly code: Code;
  /** Patterns of what it took, from the workspace; none where it took nothing by itself. */
  readonly files: readonly string[];
  /** Whether it makes public what another step has left as a draft. */
  readonly undrafts?: true;
}

/** What actions/download-artifact fetches. */
export interface Download {
  /** The name of an artifact, or a pattern of names; '*' is all of them. */
  readonly name: string;
  /** From the workspace; '' is the workspace itself. */
  readonly path: string;
  /** Whether all of them lie in `path` itself, and not each in a directory of its name. */
  readonly merge: boolean;
}

/** What became of a part of the original. */
export interface ReportLine {
  /** The last is what a comparison with the synthesized workflow found, and nothing else says. */
  readonly fate: 'understood' | 'passed-through' | 'left-out' | 'differs';
  /** The line of the original, from 1. */
  readonly line: number;
  /** What stood there, short. */
  readonly what: string;
  /** What it became, or why it is not kept. */
  readonly became: string;
}

/** One kind of step that is known; the first in the list that has an answer is taken. */
export interface StepReader {
  /** Undefined: it is none of its kind. */
  read(step: StepSource, leg: LegSource): StepMeaning | undefined;
}
