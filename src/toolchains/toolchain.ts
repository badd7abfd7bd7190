import type { StepModel } from '../model/model';
import type { SetupSpec } from '../setup';

/** How one kind of tool gets onto a runner. */
export interface Toolchain {
  /** What the tool is called; none where its steps say it. */
  readonly title?: string;
  /** Whether nothing but a declared version says which one to install. */
  readonly needsVersion: boolean;
  /** The command in front of a package script's name, if the tool runs package scripts. */
  readonly runScript?: string;
  /** The steps that install it; none where nothing needs installing. */
  steps(spec: SetupSpec): StepModel[];
}
