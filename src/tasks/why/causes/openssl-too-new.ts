import type { KnownCause } from '../known-cause';

export const opensslTooNew: KnownCause = {
  id: 'openssl-too-new',
  title: 'A bundler is too old for this Node.js',
  signs: [/error:0308010C:digital envelope routines::unsupported/],
  cause: 'A bundler, as a rule webpack 4, asks OpenSSL for a sum that it has not had since Node.js 17.',
  cure: 'Raise the bundler. Until then set `NODE_OPTIONS: --openssl-legacy-provider` in the environment of the build.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/webpack/webpack/issues/14532'],
};
