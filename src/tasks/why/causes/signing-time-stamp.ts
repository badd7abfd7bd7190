import type { KnownCause } from '../known-cause';

export const signingTimeStamp: KnownCause = {
  id: 'signing-time-stamp',
  title: 'Apple gave no time stamp',
  signs: [/: (?:The timestamp service is not available|A timestamp was expected but was not found)\.$/],
  cause: 'The server by which Apple dates signatures did not answer codesign.',
  cure: 'See https://developer.apple.com/system-status/ if it stays; on a self-hosted runner, see that it reaches timestamp.apple.com.',
  then: 'rerun',
  before: '',
  sources: ['https://github.com/electron-userland/electron-builder/issues/5149'],
};
