import type { KnownCause } from '../known-cause';

export const npmNotFound: KnownCause = {
  id: 'npm-not-found',
  title: 'A registry has no such npm package',
  signs: [
    /^npm (?:ERR!|error) code E404$/,
    /^npm (?:ERR!|error) 404\s+'(?<package>[^']+)' is not in (?:this|the npm) registry/,
  ],
  cause: 'The registry that npm asked has no {package|such package}. A private one answers so to whoever may not read; and without a line for the scope in `.npmrc`, npm asks registry.npmjs.org.',
  cure: 'If the registry is declared and its token may not read the package, give it the right to, and re-run the failed jobs. Otherwise declare the registry with `Dependency.npmRegistry`, or correct the name or the version.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/github/local-action/issues/25'],
};
