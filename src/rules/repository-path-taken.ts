import { repeated, type DeclarationRule } from './rule';
import type { RepositoryModel } from '../model/model';

export const repositoryPathTaken: DeclarationRule = {
  id: 'repository-path-taken',
  level: 'error',
  about: 'declaration',
  cause: 'Two repositories would be checked out into one directory; the second checkout deletes the first.',
  cure: 'Give one of them a `path` of its own.',
  check: ({ repositories }) => repeated(repositories, ({ path }) => path).map(({ value, index, first }) => ({
    where: `repositories[${index}]`,
    what: `${value.self ? 'this repository' : `'${value.name}'`} would be checked out into '${value.path || '.'}', where ${first.self ? 'this repository' : first.name} lies`,
    fix: `Give it a path of its own, for instance path: '${suggestion(value, repositories)}'.`,
  })),
};

function suggestion({ name, id }: RepositoryModel, repositories: readonly RepositoryModel[]): string {
  const candidates = [name.split('/').at(-1)!, name.replace('/', '-'), id];
  return candidates.find((path) => path && !repositories.some((other) => other.path === path)) ?? `${id}-2`;
}
