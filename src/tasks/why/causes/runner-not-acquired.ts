import type { KnownCause } from '../known-cause';

export const runnerNotAcquired: KnownCause = {
  id: 'runner-not-acquired',
  title: 'No runner took the job',
  signs: [/^The job was not acquired by Runner of type (?<kind>[\w-]{1,50}) even after multiple attempts/],
  cause: 'GitHub found no runner ({kind|of any kind}) for the job in time. Nothing of the build has begun.',
  cure: 'See https://www.githubstatus.com if it stays. Of a runner of your own, see that it is online and idle.',
  then: 'rerun',
  before: '',
  sources: ['https://github.com/spdk/spdk/issues/3876', 'https://github.com/actions/runner/issues/4065'],
};
