import type { KnownCause } from '../known-cause';

export const identityTokenMissing: KnownCause = {
  id: 'identity-token-missing',
  title: 'A job may not ask for an identity token',
  signs: [/Unable to get ACTIONS_ID_TOKEN_REQUEST_(?:URL|TOKEN) env variable/],
  cause: 'A step asks GitHub to say who the job is, and the job has not the permission `id-token: write`, or the run is one for a fork.',
  cure: 'Give the job the permission; where a job calls another workflow, both need it.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/google-github-actions/auth/issues/62'],
};
