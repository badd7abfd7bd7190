import type { Runs } from '../../github/expression-evaluator';
import type { Value } from '../../github/workflow-reader';

/**
 * What a tag, or another event, would do. This is the shape that `--json` prints; docs/plan.md
 * describes it. Fields may be added under the same version; what is there keeps its meaning.
 */
export interface Plan {
  readonly version: 1;
  readonly event: PlannedEvent;
  readonly verdict: Verdict;
  /** The workflows of the declarations. */
  readonly builds: readonly WorkflowPlan[];
  /** All other workflows that have to do with the event. */
  readonly others: readonly OtherWorkflow[];
  /** What speaks against it. */
  readonly objections: readonly Objection[];
  /** What could not be found out. */
  readonly notes: readonly string[];
}

export type Verdict = 'runs' | 'runs-with-objections' | 'does-not-run';

export interface PlannedEvent {
  readonly name: 'push' | 'workflow_dispatch' | 'pull_request' | 'schedule';
  readonly refType: 'tag' | 'branch';
  /** The name of the tag or the branch; of a pull request, that of the branch that it brings. `HEAD` is what is checked out. */
  readonly refName: string;
  /** Whether it is a pull request that is given no secrets: of a fork, or of Dependabot. */
  readonly fork?: boolean;
}

/** Whether an event starts a workflow, and why. */
export interface Start {
  readonly starts: boolean;
  /** A phrase for people: "the tag matches 'v*.*.*'". */
  readonly why: string;
  /** The filter that decided, where one did. */
  readonly decidedBy?: string;
}

export interface WorkflowPlan extends Start {
  /** Of the declaration. */
  readonly id: string;
  readonly path: string;
  readonly name: string;
  /** Tags near the given one that would start it; only where the given one does not. */
  readonly suggestions: readonly string[];
  /** What GitHub has against the file. */
  readonly errors: readonly string[];
  /** In the order in which they run; only where the workflow starts. */
  readonly jobs: readonly JobPlan[];
  /** Legs that are left out of a rehearsal, for want of secrets. */
  readonly leftOut: readonly LeftOutPlan[];
  /** What is left when all is done: the artifacts that are for no other job. */
  readonly results: readonly ResultPlan[];
  /** The repositories whose ref the guard finds out. */
  readonly refs: readonly RefPlan[];
  /** What legs that run fetch besides their repositories, as the model says. */
  readonly dependencies: readonly DependencyPlan[];
  /** How legs that run are signed, as the model says. */
  readonly signing: readonly SigningPlan[];
  /** What seems to be published where, or why nothing is: sentences. */
  readonly publishing: readonly string[];
}

/** A leg whose steps do not run, and the secrets that it is not given. */
export interface LeftOutPlan {
  /** `job/platform`. */
  readonly leg: string;
  readonly secrets: readonly string[];
}

export interface OtherWorkflow extends Start {
  readonly path: string;
  readonly name: string;
  readonly errors: readonly string[];
  /** Where it seems to publish something. */
  readonly publishes: readonly string[];
}

/** An artifact that a leg leaves. */
export interface ResultPlan {
  readonly job: string;
  /** Name of the leg. */
  readonly leg: string;
  readonly name: string;
  readonly path: readonly string[];
}

/** What a repository is built at, a phrase. */
export interface RefPlan {
  readonly repository: string;
  readonly ref: string;
}

/** Something private that a leg fetches. */
export interface DependencyPlan {
  /** The leg, behind its job where there are several. */
  readonly leg: string;
  /** `private repository acme/lib`. */
  readonly dependency: string;
  /** Names of the secrets that read it. */
  readonly secrets: readonly string[];
}

/** One way in which a leg is signed. */
export interface SigningPlan {
  /** The leg, behind its job where there are several. */
  readonly leg: string;
  /** Its title. */
  readonly signing: string;
  /** Whether the leg fails where its secrets are absent. */
  readonly required: boolean;
  /** What the leg proves before it keeps its files, a phrase. */
  readonly proves: string;
}

/** As the model declares it; or changed or added, by hand or through the escape hatch. */
export type Origin = 'declared' | 'changed' | 'added';

export interface JobPlan {
  readonly id: string;
  readonly origin: Origin;
  readonly needs: readonly string[];
  readonly runs: Runs;
  /** Why it does not, or why it cannot be told; '' where it runs. */
  readonly why: string;
  /** The condition as written; '' without one. */
  readonly if: string;
  /** One, or one for each combination of the matrix. */
  readonly legs: readonly LegPlan[];
}

export interface LegPlan {
  readonly name: string;
  /** Its values in the matrix; empty without one. */
  readonly matrix: Readonly<Record<string, Value>>;
  /** Labels, behind `group NAME` where they are sought in a group; where an expression cannot be evaluated, it stays as written. Empty for a call. */
  readonly runsOn: readonly string[];
  readonly container: string;
  readonly environment: string;
  readonly timeoutMinutes: string;
  /** The reusable workflow that the job calls; '' for a job with steps. */
  readonly calls: string;
  readonly steps: readonly StepPlan[];
  readonly secrets: readonly SecretUsePlan[];
}

export interface SecretUsePlan {
  /** `*` where all of them are handed on. */
  readonly name: string;
  /** The names of the steps that are given it; empty for the job itself. */
  readonly steps: readonly string[];
}

export interface StepPlan {
  readonly name: string;
  readonly origin: Origin;
  readonly runs: Runs;
  readonly why: string;
  readonly workingDirectory: string;
  /** Of actions/checkout; an empty ref is the default branch. Patterns of files, where not all of them are wanted. */
  readonly checkout?: { readonly repository: string; readonly ref: string; readonly path: string; readonly files: readonly string[] };
  /** Of actions/upload-artifact. */
  readonly artifact?: ArtifactPlan;
  /** Of actions/download-artifact; '' for all artifacts. */
  readonly download?: { readonly name: string; readonly path: string };
  /** What is put into place of what other jobs hand on. */
  readonly unpacks: readonly ArrivalPlan[];
  /** What is written into files in place of their version; only in the step that does, and with git. None on a branch. */
  readonly stamps?: readonly StampPlan[];
  /** Any other action, as in `uses`. */
  readonly action: string;
  /** What it installs by a manager of packages. */
  readonly packages?: readonly string[];
  /** The lines that are run, without the fixed scripts. */
  readonly commands: readonly string[];
  /** Fixed scripts of this package that run before the commands. */
  readonly scripts: readonly string[];
  /** Where it seems to publish something. */
  readonly publishes: readonly string[];
}

export interface ArtifactPlan {
  readonly name: string;
  /** Patterns of files; of what is packed, those that are packed. */
  readonly path: readonly string[];
  readonly retentionDays: string;
  /** The jobs that it is for, where it is no result. */
  readonly handedTo: readonly string[];
}

/** A version in a file, from the root of its repository, and the one that takes its place. */
export interface StampPlan {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What a leg of another job built, and where it arrives, from the workspace. */
export interface ArrivalPlan {
  readonly job: string;
  readonly platform: string;
  readonly path: string;
}

/** One thing that speaks against the event now. */
export interface Objection {
  /** Stable; a heading in docs/plan.md. */
  readonly id: string;
  readonly message: string;
  readonly cure: string;
  /** Whether GitHub starts no run because of it. */
  readonly prevents: boolean;
}
