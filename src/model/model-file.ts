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
  /** What was changed in the workflow through the escape hatch, one behind the other; absent where nothing was. */
  readonly workflow?: readonly WorkflowChange[];
  /** Likewise. */
  readonly rehearsalWorkflow?: readonly WorkflowChange[];
  /** Likewise. */
  readonly watchWorkflow?: readonly WorkflowChange[];
}

/**
 * A change of a JSON document.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6902
 */
export type WorkflowChange =
  | { readonly op: 'add' | 'replace'; readonly path: JsonPointer; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: JsonPointer };

/**
 * Keys and places in lists; '' is the whole.
 * @pattern ^(?:/(?:[^~/]|~[01])*)*$
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export type JsonPointer = string;

/** Where what was changed in a workflow is stored. */
export const STORED_AS = { tag: 'workflow', rehearsal: 'rehearsalWorkflow', watch: 'watchWorkflow' } as const satisfies Record<WorkflowKind, keyof BuildEntry>;

/** A build's workflows, each with what was changed in it. */
export function entryWorkflows(entry: BuildEntry): (BuildWorkflow & { readonly changes: readonly WorkflowChange[] })[] {
  return workflowsOf(entry.model).map((workflow) => ({ ...workflow, changes: entry[STORED_AS[workflow.kind]] ?? [] }));
}
