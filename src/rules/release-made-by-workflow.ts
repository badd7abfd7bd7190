import { releasedTwice } from './other-releases';
import type { ProjectRule } from './rule';

export const releaseMadeByWorkflow: ProjectRule = {
  id: 'release-made-by-workflow',
  level: 'warning',
  about: 'project',
  cause: 'Another workflow of the repository is started by the same tags and seems to make a GitHub release of each. The two run side by side, and what one has made public the other does not change.',
  cure: 'Remove the other workflow, or its trigger, once this build has taken its place; or choose other tags for one of them.',
  check: (facts) => releasedTwice(facts, false, 'Remove its trigger once this build has taken its place, or choose other tags for one of them.'),
};
