import { byAction } from './by-action';

/** A line that says nothing else. */
const LINE = /^[\ufeff \t]*(?:node(?:js)?[ \t]+)?v?(\S+)[ \t]*$/m;

/** @see https://github.com/actions/setup-node#usage */
export const node = byAction({
  title: 'Node.js',
  name: 'node',
  action: 'actions/setup-node',
  version: 'node-version',
  versionFile: 'node-version-file',
  // without this the action caches what `packageManager` in package.json says
  told: { 'package-manager-cache': false },
}, {
  caches: ['cache'],
  versionFiles: {
    '.nvmrc': LINE,
    '.node-version': LINE,
    '.tool-versions': /^node(?:js)?[ \t]+v?(\S+)$/m,
    'package.json': /"(?:volta|devEngines|engines)"\s*:/,
    '*': LINE,
  },
});
