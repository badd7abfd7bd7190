import type { Toolchain } from './toolchain';

/** Comes with Node.js, and is installed where another version is wanted. */
export const npm: Toolchain = {
  title: 'npm',
  installedBy: ['Node.js, or that npm itself in the declared version'],
  runScript: 'npm run',
  exactVersion: true,
  steps: ({ version }) => version === '' ? [] : [{
    name: `Set up npm ${version}`,
    id: 'setup-npm',
    env: { NPM_VERSION: version },
    run: 'npm install --global --no-audit --no-fund "npm@$NPM_VERSION"',
  }],
};
