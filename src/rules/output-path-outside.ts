import { pathComplaint } from './paths';
import type { DeclarationRule } from './rule';

export const outputPathOutside: DeclarationRule = {
  id: 'output-path-outside',
  level: 'error',
  about: 'declaration',
  cause: 'The setup doc or the README would lie outside the project.',
  cure: 'Write a path relative to the project, with forward slashes.',
  check: ({ setupDoc, readme }) => [
    ...pathComplaint('setupDoc.path', setupDoc.path, 'project'),
    ...pathComplaint('readme.path', readme.path, 'project'),
  ],
};
