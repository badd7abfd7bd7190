import type { KnownCause } from '../known-cause';

export const npmPeerConflict: KnownCause = {
  id: 'npm-peer-conflict',
  title: 'Packages want versions that do not go together',
  signs: [/^npm (?:ERR!|error) code ERESOLVE$/],
  cause: 'A package asks for a peer in another version than the one that is installed, and npm installs nothing then. On the machine of whoever committed it a setting may have hidden that, such as `legacy-peer-deps` in an `.npmrc` of their own, or an older npm.',
  cure: 'Raise the package that asks, run `npm install` without such settings, and commit package.json and package-lock.json; or commit an `.npmrc` with `legacy-peer-deps=true`.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/npm/cli/issues/5780'],
};
