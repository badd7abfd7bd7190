import { freeFilter, releasedTwice } from './other-releases';
import type { ProjectRule } from './rule';

export const releaseMadeElsewhere: ProjectRule = {
  id: 'release-made-elsewhere',
  level: 'error',
  about: 'project',
  cause: "The project's own release, which projen adds, makes a GitHub release for each push to its branch, in the same repository and of tags that this build publishes. Whichever comes second finds the release taken; and the latest release is now one with what was built, now one without.",
  cure: 'Leave one of them out: `release: false` for the project, or `releaseTrigger: ReleaseTrigger.manual()`, which tags and leaves the release to the build. Or tell the tags apart: `tags` of the build, `releaseTagPrefix` of the project. Or publish into another repository.',
  check: (facts) => releasedTwice(facts, true,
    `Leave one of them out (release: false for the project), or choose tags of its own, such as '${freeFilter(facts)}'.`),
};
