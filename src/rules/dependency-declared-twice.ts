import { dependencyPlace } from './dependencies';
import { type DeclarationRule, repeated } from './rule';
import type { BuildJobModel, DependencyModel, NpmRegistryModel } from '../model/model';

export const dependencyDeclaredTwice: DeclarationRule = {
  id: 'dependency-declared-twice',
  level: 'error',
  about: 'declaration',
  cause: 'One private repository, one scope of npm, one Cargo registry or the token of one npm registry is declared twice, and not in the same way. Only one of the two could be read.',
  cure: 'Declare it once, as a constant, and use that wherever it is fetched.',
  check: ({ dependencies, jobs }) => [
    ...repeated(dependencies, keyOf).map(({ value, first }) => ({
      where: dependencyPlace(value),
      what: `${first.declaredAt} declares ${whatOf(value)} otherwise`,
      fix: 'Declare it once, as a constant, or leave one of the two out.',
    })),
    ...repeated(dependencies.filter(isNpm), ({ registry }) => registry)
      .filter(({ value, first }) => value.secret !== first.secret && jobs.some((job) => areFetchedBy(job, value, first)))
      .map(({ value, first }) => ({
        where: dependencyPlace(value),
        what: `${first.declaredAt} reads the same registry with another token, and npm has one for each address`,
        fix: 'Read both with one token.',
      })),
  ],
};

function isNpm(dependency: DependencyModel): dependency is NpmRegistryModel {
  return dependency.kind === 'npm-registry';
}

function areFetchedBy({ dependencies }: BuildJobModel, ...all: readonly DependencyModel[]): boolean {
  return all.every(({ id }) => dependencies.includes(id));
}

/** What there is one of; variables tell no '-' from '_'. */
function keyOf(dependency: DependencyModel): string {
  switch (dependency.kind) {
    case 'github': return `${dependency.kind} ${dependency.name}`;
    case 'npm-registry': return `${dependency.kind} ${dependency.scope}`;
    case 'cargo-registry': return `${dependency.kind} ${dependency.name.replaceAll('-', '_')}`;
  }
}

function whatOf(dependency: DependencyModel): string {
  switch (dependency.kind) {
    case 'github': return 'the same repository';
    case 'npm-registry': return dependency.scope ? `the registry of ${dependency.scope}` : 'the registry of all packages';
    case 'cargo-registry': return `the registry '${dependency.name}'`;
  }
}
