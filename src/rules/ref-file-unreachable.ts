import { pathComplaint } from './paths';
import type { DeclarationRule } from './rule';
import { proofOf } from '../credentials/credential-kinds';

export const refFileUnreachable: DeclarationRule = {
  id: 'ref-file-unreachable',
  level: 'error',
  about: 'declaration',
  cause: "A file that is to say the ref of a repository lies outside the main repository, is to say that of the main one itself, or would be read with a deploy key, which GitHub's API does not take.",
  cure: 'Write a path from the root of the main repository, which has a `ref` itself, and no deploy key.',
  check: ({ repositories }) => repositories.flatMap(({ name, refFile }, index) => {
    const where = `repositories[${index}] ${name} refFile`;
    const [main] = repositories;
    if (!refFile) return [];
    if (index === 0) {
      return [{ where, what: 'this is the main repository, whose ref must be known before a file of it is read', fix: 'Declare its ref.' }];
    }
    return [
      ...pathComplaint(where, refFile, 'repository'),
      ...proofOf(main).by === 'deploy key' ? [{
        where,
        what: `'${refFile}' would be read in ${main.name} with a deploy key, and GitHub's API takes none`,
        fix: `Give ${main.name} a token or a GitHub App, or declare a ref.`,
      }] : [],
    ];
  }),
};
