import type { Toolchain } from './toolchain';

/** Comes with Node.js; another version goes into a directory of its own, so that a machine that stays keeps its npm. */
export const npm: Toolchain = {
  title: 'npm',
  installedBy: ['Node.js, or that npm itself in the declared version'],
  runScript: 'npm run',
  exactVersion: true,
  steps: ({ version }) => version === '' ? [] : [{
    name: `Set up npm ${version}`,
    id: 'setup-npm',
    env: { NPM_VERSION: version },
    run: [
      'npm install --prefix "$RUNNER_TEMP/npm" --no-audit --no-fund "npm@$NPM_VERSION"',
      'echo "$RUNNER_TEMP/npm/node_modules/.bin" >>"$GITHUB_PATH"',
    ].join('\n'),
  }],
};
