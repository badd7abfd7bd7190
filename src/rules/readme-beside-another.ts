import type { ProjectRule } from './rule';
import { markdownComplaint } from '../github/markdown-paths';
import { withoutSections } from '../text/markers';

export const readmeBesideAnother: ProjectRule = {
  id: 'readme-beside-another',
  level: 'warning',
  about: 'project',
  cause: 'The section goes into a README that has nothing else in it, and beside it lies another, in other letters or in another format. GitHub shows one of them.',
  cure: 'Name the one that you have by `readme: { path }`. Where that is no Markdown, let the section go somewhere else, and link from yours to the setup doc.',
  check: ({ model, all, readme = '', readmeIsUtf8, otherReadmes: [other] }) => {
    const isOurs = readmeIsUtf8 && withoutSections(readme, all).trim() === '';
    return other === undefined || !isOurs ? [] : [{
      where: `readme '${model.readme.path}'`,
      what: `is written beside '${other}', and GitHub shows one of them`,
      fix: markdownComplaint(other) === undefined
        ? `Let the section go there: readme: { path: '${pathBeside(model.readme.path, other)}' }.`
        : `Let the section go elsewhere, for instance readme: { path: 'docs/README.md' }, and link from '${other}' to '${model.setupDoc.path}'.`,
    }];
  },
};

function pathBeside(file: string, name: string): string {
  return file.replace(/[^/]*$/, () => name);
}
