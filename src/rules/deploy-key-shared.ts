import type { DeclarationRule } from './rule';
import type { RepositoryModel } from '../model/model';

export const deployKeyShared: DeclarationRule = {
  id: 'deploy-key-shared',
  level: 'error',
  about: 'declaration',
  cause: 'A deploy key opens exactly one repository, and two are to be read with it.',
  cure: 'Make a key for each repository, or use a token or a GitHub App for both.',
  check: ({ repositories }) => {
    const keys = repositories.filter(({ credential }) => credential.kind === 'deploy-key');
    return keys.flatMap((repository, index) => {
      const first = keys.slice(0, index).find((other) => secretOf(other) === secretOf(repository) && !isSame(other, repository));
      return first ? [{
        where: `repositories[${repositories.indexOf(repository)}] ${repository.name}`,
        what: `the deploy key in '${secretOf(repository)}' opens ${first.name} already, and no key opens two`,
        fix: 'Make a key of its own and store it in another secret, or use a token or a GitHub App for both.',
      }] : [];
    });
  },
};

function isSame(a: RepositoryModel, b: RepositoryModel): boolean {
  return a.name.toLowerCase() === b.name.toLowerCase();
}

function secretOf({ credential }: RepositoryModel): string {
  return credential.kind === 'deploy-key' ? credential.secret : '';
}
