import type { KnownCause } from '../known-cause';

export const jobTooLong: KnownCause = {
  id: 'job-too-long',
  title: 'A job or a step took too long',
  signs: [
    /^The job (?:running on runner .{1,200} )?has exceeded the maximum execution time of (?<time>\w+(?: minutes)?)/,
    /^The action '.{1,200}' has timed out after (?<time>\d+ minutes)/,
  ],
  cause: 'It was ended after {time|its time limit}: something waited for ever, as for an answer on the keyboard, or the build is slower than the limit.',
  cure: 'See at which line the log stops. If it is a download or a server that did not answer, re-run the failed jobs. What waits for a person waits again, and a slow build is slow again: mend the one, or raise `timeoutMinutes` of the platform for the other.',
  then: 'new-tag',
  before: '',
  sources: ['https://github.com/curl/curl-container/issues/37'],
};
