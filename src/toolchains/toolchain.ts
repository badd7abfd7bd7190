import type { github } from 'projen';
import type { Complaint } from '../github/complaint';
import type { SetupModel, StepModel } from '../model/model';

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
  /** The command in front of a package script's name, if the tool runs package scripts. */
  readonly runScript?: string;
  /** Its name in `packageManager` of a package.json, where its action refuses another version than that. */
  readonly packageManager?: string;
  /** Whether its steps are the declaration's own: a rule for own steps is one for these, and it may be declared several times. */
  readonly ownSteps?: true;
  /** What speaks against it beside the other tools of a platform: the subject is in it. */
  complaint?(setup: readonly SetupModel[]): Complaint | undefined;
  /** The steps that install it; none where nothing needs installing. */
  steps(tool: Tool): StepModel[];
}
