import type { KnownCause } from '../known-cause';

export const environmentRefusesTag: KnownCause = {
  id: 'environment-refuses-tag',
  title: 'An environment does not admit the tag',
  signs: [/^(?:Tag|Branch) "(?<ref>[^"]+)" is not allowed to deploy to (?<environment>.{1,255}) due to environment protection rules/],
  cause: 'The environment {environment|of the job} admits only branches or tags of certain names, and {ref|this one} is none of them. "Protected branches only" admits no tag at all.',
  cure: 'Add a rule of the kind "tag" that matches your tags, in the settings of the environment.',
  then: 'settings-then-rerun',
  before: 'doctor',
  sources: ['https://github.com/actions/deploy-pages/issues/151'],
};
