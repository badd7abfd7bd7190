import type { Toolchain } from './toolchain';
import { toStepModel } from '../model/steps';

/** The declaration's own steps. */
export const other: Toolchain = {
  needsVersion: false,
  steps: ({ steps }) => steps.map(toStepModel),
};
