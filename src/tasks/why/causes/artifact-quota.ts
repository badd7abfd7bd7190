import type { KnownCause } from '../known-cause';

export const artifactQuota: KnownCause = {
  id: 'artifact-quota',
  title: 'The storage for artifacts is full',
  signs: [/Artifact storage quota has been hit/],
  cause: 'The owner of the repository has used up the storage of artifacts. GitHub counts it anew every 6 to 12 hours.',
  cure: 'Delete old artifacts and wait until GitHub has counted again, or raise the budget. A shorter `retentionDays` keeps later builds from it.',
  then: 'settings-then-rerun',
  before: '',
  sources: ['https://github.com/actions/upload-artifact/issues/307'],
};
