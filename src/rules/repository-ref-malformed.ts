import { complain, type DeclarationRule } from './rule';
import { refNameProblem } from '../github/names';

export const repositoryRefMalformed: DeclarationRule = {
  id: 'repository-ref-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A repository has a ref that git allows for no branch, tag or commit.',
  cure: 'Write the name of a branch or tag, or a full commit SHA; leave it out for the default branch.',
  check: ({ repositories }) => repositories.flatMap(({ name, ref }, index) => {
    const complaint = ref ? refNameProblem(ref) : undefined;
    return complaint ? [complain(`repositories[${index}] ${name}`, ref, complaint)] : [];
  }),
};
