import type { ProjectRule } from './rule';
import { sectionHeading, withoutSections } from '../text/markers';

export const readmeHeadingTaken: ProjectRule = {
  id: 'readme-heading-taken',
  level: 'warning',
  about: 'project',
  cause: 'The README has a heading that reads like the one of the section, mostly of the text that the section takes the place of. '
    + 'So that no heading stands there twice, the section is headed otherwise.',
  cure: 'Delete the old heading with its text: the section then has the heading that was declared. Or keep both, and name the section by `readme: { heading }`.',
  check: ({ model, all, readme }) => {
    const { path, heading } = model.readme;
    const around = withoutSections(readme, all);
    const other = sectionHeading(around, heading);
    return other === heading ? [] : [{
      where: `readme '${path}'`,
      what: `has a heading '${heading}' outside of the section, which is headed '${other}' therefore`,
      fix: "Delete the old heading with its text, or name the section's: readme: { heading: '…' }.",
    }];
  },
};
