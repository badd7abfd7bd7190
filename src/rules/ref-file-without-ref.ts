import type { ProjectRule } from './rule';
import { refInFile } from '../github/ref-files';

export const refFileWithoutRef: ProjectRule = {
  id: 'ref-file-without-ref',
  level: 'error',
  about: 'project',
  cause: 'The ref of a repository is to be read in a file that is not there, or that says no branch, tag or commit.',
  cure: 'Write the ref into the file: its first line that is neither empty nor a comment (`#`).',
  check: ({ model, refFiles }) => model.repositories.flatMap(({ name, refFile }, index) => {
    if (!refFiles.has(refFile)) return [];
    const text = refFiles.get(refFile);
    const found = text === undefined ? { problem: 'is not there' } : refInFile(text);
    return 'problem' in found ? [{
      where: `repositories[${index}] ${name}`,
      what: `the file '${refFile}' ${found.problem}`,
      fix: `Write a branch, a tag or a commit of ${name} into it.`,
    }] : [];
  }),
};
