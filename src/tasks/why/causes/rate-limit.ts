import type { KnownCause } from '../known-cause';

export const rateLimit: KnownCause = {
  id: 'rate-limit',
  title: 'GitHub limits the rate of requests',
  signs: [
    /API rate limit exceeded for/,
    /You have exceeded a secondary rate limit/,
  ],
  cause: 'The token, or the address of the runner, has asked GitHub too often. Nothing else is known to be wrong.',
  cure: 'Run it again in an hour. A step that downloads from GitHub should send the workflow\'s token.',
  then: 'rerun',
  before: '',
  sources: ['https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api'],
};
