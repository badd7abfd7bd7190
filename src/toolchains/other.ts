import type { Toolchain } from './toolchain';
import { toStepModel } from '../model/steps';

/** The declaration's own steps. */
export const other: Toolchain = {
  ownSteps: true,
  steps: ({ steps }) => steps.map(toStepModel),
};
