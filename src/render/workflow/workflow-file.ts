import type { StepModel } from '../../model/model';

/** A workflow file as GitHub reads it, as far as it is generated here. */
export interface WorkflowFile {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly 'group': string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

/** One job of it. */
export interface Job {
  readonly 'name': string;
  readonly 'needs'?: string;
  readonly 'if'?: string;
  readonly 'runs-on': string | readonly string[];
  readonly 'environment'?: string;
  readonly 'container'?: string;
  readonly 'permissions': Readonly<Record<string, string>>;
  readonly 'timeout-minutes': number | string;
  readonly 'continue-on-error'?: string;
  readonly 'strategy'?: { readonly 'fail-fast': boolean; readonly 'matrix': { readonly include: readonly MatrixEntry[] } };
  readonly 'outputs'?: Readonly<Record<string, string>>;
  readonly 'env'?: Readonly<Record<string, string>>;
  readonly 'defaults'?: { readonly run: { readonly shell: string } };
  readonly 'steps': readonly StepModel[];
}

/** One leg: what differs between the platforms and is not a step. */
export type MatrixEntry = Readonly<Record<string, unknown>>;
