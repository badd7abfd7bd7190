import type { Toolchain } from './toolchain';

/** Comes with Node.js: nothing to install. */
export const npm: Toolchain = {
  title: 'npm',
  runScript: 'npm run',
  steps: () => [],
};
