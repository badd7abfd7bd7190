import type { KnownCause } from '../known-cause';

export const corepackKeys: KnownCause = {
  id: 'corepack-keys',
  title: 'Corepack does not know a new key of npm',
  signs: [/Cannot find matching keyid: /],
  cause: 'The Corepack that came with Node.js is older than the key by which npm signs the package manager today.',
  cure: 'Set up a newer Node.js, or pnpm by `Setup.pnpm`, which needs no Corepack.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/nodejs/corepack/issues/631'],
};
