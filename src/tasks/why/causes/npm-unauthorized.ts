import type { KnownCause } from '../known-cause';

export const npmUnauthorized: KnownCause = {
  id: 'npm-unauthorized',
  title: 'A registry of npm packages wants a token',
  signs: [
    /^npm (?:ERR!|error) code E401$/,
    /^npm (?:ERR!|error) 401 Unauthorized - (?:GET|PUT) (?<url>https?:\/\/\S+)/,
  ],
  cause: 'The registry ({url|named in the log}) does not know the token that npm has sent, or npm has sent none: an `.npmrc` with a variable that is not set sends an empty one.',
  cure: 'Store a valid token in the secret; where nothing hands it to npm yet, declare `Dependency.npmRegistry` and push a new tag instead.',
  then: 'settings-then-rerun',
  before: 'doctor',
  sources: ['https://github.com/w3spi5/codepack/pull/29'],
};
