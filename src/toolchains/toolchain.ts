import type { Complaint } from '../github/complaint';
import type { SetupModel, StepModel } from '../model/model';
import type { Scripts } from '../text/scripts';

/** How one kind of tool gets onto a runner. */
export interface Toolchain {
  /** What the tool is called; none where its steps say it. */
  readonly title?: string;
  /** The version where none is declared. */
  readonly defaultVersion?: string;
  /** The command in front of a package script's name, if the tool runs package scripts. */
  readonly runScript?: string;
  /** Its name in `packageManager` of a package.json, where its action refuses another version than that. */
  readonly packageManager?: string;
  /** Whether its steps are the declaration's own: a rule for own steps is one for these, and it may be declared several times. */
  readonly ownSteps?: true;
  /** What speaks against it beside the other tools of a platform: the subject is in it. */
  complaint?(setup: readonly SetupModel[]): Complaint | undefined;
  /** The steps that install it; none where nothing needs installing. */
  steps(tool: SetupModel, scripts: Scripts): readonly StepModel[];
}
