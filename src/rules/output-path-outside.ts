import { pathComplaint } from './paths';
import type { DeclarationRule } from './rule';

export const outputPathOutside: DeclarationRule = {
  id: 'output-path-outside',
  level: 'error',
  about: 'declaration',
  cause: "The setup doc or the README would lie outside the project or in git's own directory, "
    + 'or would have a name that Linux, macOS or Windows does not take: there, the repository could not be checked out.',
  cure: 'Write a path relative to the project, with forward slashes and names that every system takes.',
  check: ({ id, setupDoc, readme }) => [
    // where it follows from the id, that is the one to speak of
    ...setupDoc.path === `docs/${id}.md` ? [] : pathComplaint('setupDoc.path', setupDoc.path, 'project'),
    ...pathComplaint('readme.path', readme.path, 'project'),
  ],
};
