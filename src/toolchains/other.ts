import { toStepModel } from '../steps';
import type { Toolchain } from './toolchain';

/** The declaration's own steps. */
export const other: Toolchain = {
  steps: ({ steps }) => steps.map(toStepModel),
};
