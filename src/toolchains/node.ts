import type { Toolchain } from './toolchain';
import { pinned } from '../github/pins';

/** @see https://github.com/actions/setup-node#usage */
export const node: Toolchain = {
  title: 'Node.js',
  steps: ({ version, with: inputs }) => [{
    name: `Set up Node.js ${version}`,
    id: 'setup-node',
    uses: pinned('actions/setup-node'),
    // without this the action caches what `packageManager` in package.json says
    with: { 'node-version': version, 'package-manager-cache': false, ...inputs },
  }],
};
