import { freeFilter } from './other-releases';
import type { ProjectRule } from './rule';
import { sharedFilter } from '../github/shared-tags';
import { releasesHere } from '../model/publish';

export const tagMadeElsewhere: ProjectRule = {
  id: 'tag-made-elsewhere',
  level: 'warning',
  about: 'project',
  cause: "The project's own release, which projen adds, makes a tag each time by the workflow's own token, and GitHub starts no workflow by such a tag. The build waits for tags that never start it.",
  cure: 'Give the build tags of its own, such as `app-v*`, or the release a prefix (`releaseTagPrefix`). Where a person is to push the tags, take `releaseTrigger: ReleaseTrigger.manual()` or `release: false` for the project.',
  check: (facts) => facts.otherReleases.filter(({ isSilent }) => isSilent && !releasesHere(facts.model).length).flatMap(({ by, tags }) => {
    const filter = sharedFilter(facts.model.tags, tags);
    return filter === undefined ? [] : [{
      where: 'tags',
      what: `'${filter}' matches tags that ${by} makes, and by them GitHub starts nothing, because the workflow's own token made them`,
      fix: `Choose tags of its own, such as '${freeFilter(facts)}', or let a person push them: release: false, or releaseTrigger: ReleaseTrigger.manual().`,
    }];
  }),
};
