import { byAction } from './by-action';

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
  versionFiles: { '.nvmrc': /(\S+)/, '.node-version': /(\S+)/, '.tool-versions': /^node(?:js)?\s+(\S+)/m, 'package.json': /"(?:volta|devEngines|engines)"\s*:/, '*': /(\S+)/ },
});
