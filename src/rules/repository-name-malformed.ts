import { complain, type DeclarationRule } from './rule';
import { repositoryNameProblem } from '../github/names';

const OF_TARGET = /^publish\[\d+\]\.repository$/;

export const repositoryNameMalformed: DeclarationRule = {
  id: 'repository-name-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A repository has no name of the form `owner/name`.',
  cure: 'Write the name as it stands in its address on github.com: `owner/name`.',
  check: ({ repositories }, { declared }) => [
    ...repositories.map(({ self, name }, index) => ({ where: `repositories[${index}]`, name, complaint: self ? undefined : repositoryNameProblem(name) })),
    // as it was written: to leave it out is to mean the workflow's own, and an empty one is a slip
    ...declared.texts.filter(({ where }) => OF_TARGET.test(where)).map(({ where, text }) =>
      ({ where: where.replace('.', ' '), name: text, complaint: repositoryNameProblem(text) })),
  ].flatMap(({ where, name, complaint }) => complaint ? [complain(where, name, complaint)] : []),
};
