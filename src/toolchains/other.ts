import type { Toolchain } from './toolchain';

/** The declaration's own steps. */
export const other: Toolchain = {
  ownSteps: true,
  steps: ({ steps }) => steps,
};
