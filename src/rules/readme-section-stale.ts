import type { ProjectRule } from './rule';
import { staleSections } from '../text/markers';

export const readmeSectionStale: ProjectRule = {
  id: 'readme-section-stale',
  level: 'warning',
  about: 'project',
  cause: 'The README has the section of a build that is not declared. One that the last synthesis made goes by itself; this one was changed by hand, or comes from elsewhere.',
  cure: 'Delete it by hand, with the two comments around it.',
  check: ({ model, all, readme }) => staleSections(readme ?? '', all.map(({ id }) => id)).map((id) => ({
    where: `readme '${model.readme.path}'`,
    what: `has a section of the build '${id}', which is not declared`,
    fix: 'Delete it by hand, with the two comments around it.',
  })),
};
