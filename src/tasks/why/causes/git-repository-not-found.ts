import type { KnownCause } from '../known-cause';

export const gitRepositoryNotFound: KnownCause = {
  id: 'git-repository-not-found',
  title: 'git does not find a repository',
  signs: [
    /^remote: Repository not found\./,
    /^fatal: repository '(?<repository>https?:[^']+)' not found/,
  ],
  cause: 'GitHub shows {repository|a repository} to nobody who asks as this job does: the token is none for it, or the name is wrong.',
  cure: 'Give the token read access (Contents: read) to the repository; the workflow\'s own token reads public repositories and the one that it runs in. If the name is wrong, correct it and push a new tag instead.',
  then: 'settings-then-rerun',
  before: 'doctor',
  sources: ['https://github.com/actions/checkout/issues/254'],
};
