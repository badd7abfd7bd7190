import type { KnownCause } from '../known-cause';

export const githubTrouble: KnownCause = {
  id: 'github-trouble',
  title: 'GitHub had trouble',
  signs: [
    /^fatal: unable to access 'https:\/\/github\.com\/[^']*': The requested URL returned error: (?<status>5\d\d)/,
    /^Response status code does not indicate success: (?<status>5\d\d) /,
  ],
  cause: 'GitHub answered with an error of its own ({status|5xx}), and did so again when it was asked once more.',
  cure: 'See https://www.githubstatus.com, and run it again when that is over.',
  then: 'rerun',
  before: '',
  sources: ['https://github.com/actions/checkout/issues/505'],
};
