import { complain, type DeclarationRule } from './rule';
import { repositoryNameProblem } from '../github/names';

export const repositoryNameMalformed: DeclarationRule = {
  id: 'repository-name-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A repository has no name of the form `owner/name`.',
  cure: 'Write the name as it stands in its address on github.com: `owner/name`.',
  check: ({ repositories }) => repositories.flatMap(({ self, name }, index) => {
    const complaint = self ? undefined : repositoryNameProblem(name);
    return complaint ? [complain(`repositories[${index}]`, name, complaint)] : [];
  }),
};
