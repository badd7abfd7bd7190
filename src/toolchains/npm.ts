import type { Toolchain } from './toolchain';

/** Comes with Node.js: nothing to install. */
export const npm: Toolchain = {
  title: 'npm',
  needsVersion: false,
  runScript: 'npm run',
  steps: () => [],
};
