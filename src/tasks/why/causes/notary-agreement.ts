import type { KnownCause } from '../known-cause';

export const notaryAgreement: KnownCause = {
  id: 'notary-agreement',
  title: 'Apple waits for an agreement',
  signs: [/A required agreement is missing or has expired/],
  cause: 'Apple has changed an agreement of the developer program, and notarizes nothing for the team until its account holder accepts it. The build itself is well.',
  cure: 'The account holder accepts it at https://developer.apple.com/account and in App Store Connect, under Business.',
  then: 'settings-then-rerun',
  before: '',
  sources: ['https://github.com/nodejs/build/issues/3605'],
};
