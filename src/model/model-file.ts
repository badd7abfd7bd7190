import type { Model } from './model';
import { type BuildWorkflow, type WorkflowKind, workflowsOf } from './workflows';

/** Where the models lie, from the repository's root. */
export const MODEL_FILE = '.projen/tag-builds.json';

/** Of the shape of a model file. What changes the shape raises it, in this one place. */
export const MODEL_VERSION = 6;

/**
 * What the commands read: they never run the projenrc. It comes with everybody's pull requests, so
 * that whoever reads it validates it against schema/tag-builds.schema.json, which is made of this.
 */
export interface ModelFile {
  /** Of this shape. */
  readonly 'version': typeof MODEL_VERSION;
  /**
   * The version of projen-tag-build that wrote it.
   * @pattern ^\d+\.\d+\.\d+[\w.+-]*$
   * @maxLength 64
   */
  readonly 'writtenBy': string;
  /** Sorted by id. */
  readonly 'builds': readonly BuildEntry[];
  /** projen's line for generated files. */
  readonly '//'?: string;
}

export interface BuildEntry {
  readonly model: Model;
  /** The workflow, where it was changed through the escape hatch. */
  readonly workflow?: object;
  /** Likewise. */
  readonly rehearsalWorkflow?: object;
  /** Likewise. */
  readonly watchWorkflow?: object;
}

/** Where a workflow that was changed is stored. */
export const STORED_AS = { tag: 'workflow', rehearsal: 'rehearsalWorkflow', watch: 'watchWorkflow' } as const satisfies Record<WorkflowKind, keyof BuildEntry>;

/** A build's workflows, each with what was changed in it, if anything was. */
export function entryWorkflows(entry: BuildEntry): (BuildWorkflow & { readonly changed: object | undefined })[] {
  return workflowsOf(entry.model).map((workflow) => ({ ...workflow, changed: entry[STORED_AS[workflow.kind]] }));
}
