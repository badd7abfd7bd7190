import type { KnownCause } from '../known-cause';

export const artifactNameTaken: KnownCause = {
  id: 'artifact-name-taken',
  title: 'Two artifacts have one name',
  signs: [/\(409\) Conflict: an artifact with this name already exists on the workflow run/],
  cause: 'Another job or step of the run has uploaded an artifact under the same name.',
  cure: 'Let the step upload under a name of its own. Those of generated steps hold the platform.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/actions/upload-artifact/issues/634'],
};
