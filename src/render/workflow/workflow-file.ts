import type { Model, StepModel } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** A workflow file as GitHub reads it, as far as it is generated here. */
export interface WorkflowFile {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly 'group': string; readonly 'cancel-in-progress': boolean | string };
  readonly jobs: Readonly<Record<string, Job>>;
}

/** One job of it. */
export interface Job {
  readonly 'name': string;
  readonly 'needs'?: string | readonly string[];
  readonly 'if'?: string;
  readonly 'runs-on': string | readonly string[] | { readonly group: string; readonly labels?: string | readonly string[] };
  readonly 'environment'?: string;
  readonly 'container'?: string;
  readonly 'permissions': Readonly<Record<string, string>>;
  readonly 'concurrency'?: { readonly 'group': string; readonly 'cancel-in-progress': boolean };
  readonly 'timeout-minutes': number | string;
  readonly 'continue-on-error'?: string;
  readonly 'strategy'?: { readonly 'fail-fast': boolean; readonly 'matrix': { readonly include: readonly MatrixEntry[] } };
  readonly 'outputs'?: Readonly<Record<string, string>>;
  readonly 'env'?: Readonly<Record<string, string>>;
  readonly 'defaults'?: { readonly run: { readonly shell: string } };
  readonly 'steps': readonly StepModel[];
}

/** A kind of job, and all that the workflow knows of it. */
export interface JobKind {
  /** The jobs of this kind, by their ids, in the order in which they stand in the workflow. */
  render(model: Model, scripts: Scripts): Readonly<Record<string, Job>>;
  /** Of these jobs. */
  comments(model: Model): Comments;
}

/** Comments by the path of the key that they stand at. */
export type Comments = Readonly<Record<string, string>>;

/** One leg: what differs between the platforms and is not a step. */
export type MatrixEntry = Readonly<Record<string, unknown>>;

/** Makes one kind of a build's files. */
export interface Renderer {
  render(model: Model, scripts: Scripts): WorkflowFile;
  comments(model: Model): Comments;
}
