import type { github } from 'projen';
import type { StepModel } from '../model/model';

/** A tool of the declaration with every default filled in; what its kind does not have is empty. */
export interface Tool {
  readonly version: string;
  /** More inputs of the action that installs it. */
  readonly with: Readonly<Record<string, string>>;
  readonly targets: readonly string[];
  readonly components: readonly string[];
  readonly steps: readonly github.workflows.JobStep[];
}

/** How one kind of tool gets onto a runner. */
export interface Toolchain {
  /** What the tool is called; none where its steps say it. */
  readonly title?: string;
  /** Whether nothing but a declared version says which one to install. */
  readonly needsVersion: boolean;
  /** The command in front of a package script's name, if the tool runs package scripts. */
  readonly runScript?: string;
  /** The steps that install it; none where nothing needs installing. */
  steps(tool: Tool): StepModel[];
}
