import type { StepModel } from '../model/model';
import type { SetupSpec } from '../setup';

/** How one kind of tool gets onto a runner. */
export interface Toolchain {
  /** The command in front of a package script's name, if the tool runs package scripts. */
  readonly runScript?: string;
  /** The steps that install it; none where nothing needs installing. */
  steps(spec: SetupSpec): StepModel[];
}
