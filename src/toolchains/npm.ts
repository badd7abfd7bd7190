import type { Toolchain } from './toolchain';

/** Comes with Node.js: nothing to install. */
export const npm: Toolchain = {
  runScript: 'npm run',
  steps: () => [],
};
