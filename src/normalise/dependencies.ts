import type { Access } from './credentials';
import type { DeclaredJob } from './jobs';
import { idOf } from './repositories';
import { Credential } from '../credential';
import { kindOfDependency } from '../dependencies/dependency-kinds';
import type { Dependency } from '../dependency';
import type { CredentialModel, DependencyModel, RepositoryModel } from '../model/model';
import type { TagBuildOptions } from '../options';
import { distinct, freeName } from '../text/words';

/** A dependency as it is declared, with the jobs that fetch it. */
export interface DeclaredDependency {
  readonly dependency: Dependency;
  readonly declaredAt: string;
  readonly jobs: readonly string[];
}

/** Those of the build are every job's. The same one may be written down for several jobs. */
export function declaredDependencies({ dependencies }: TagBuildOptions, jobs: readonly DeclaredJob[]): DeclaredDependency[] {
  const placed = (words: readonly Dependency[] | undefined, place: string, ids: readonly string[]) =>
    (words ?? []).map((dependency, index) => ({ dependency, declaredAt: `${place}dependencies[${index}]`, jobs: ids }));
  const all = [
    ...placed(dependencies, '', jobs.map(({ id }) => id)),
    ...jobs.flatMap(({ id, declaredAt, options }) => placed(options.dependencies, declaredAt && `${declaredAt} ${id} `, [id])),
  ];
  const byWord = new Map<string, DeclaredDependency>();
  for (const one of all) {
    const key = JSON.stringify(one.dependency._spec);
    const first = byWord.get(key) ?? one;
    byWord.set(key, { ...first, jobs: distinct([...first.jobs, ...one.jobs]) });
  }
  return [...byWord.values()];
}

/** What is opened for it; a registry is no repository, but no App may call its token by the name of that secret. */
export function accessOf({ dependency: { _spec: spec } }: DeclaredDependency): Access {
  return spec.kind === 'github'
    ? { owner: spec.name.split('/')[0], credential: spec.options?.credential }
    : { owner: '', credential: Credential.token({ secret: spec.options.secret }) };
}

/** @param credentials one for each */
export function normaliseDependencies(
  declared: readonly DeclaredDependency[], credentials: readonly CredentialModel[], repositories: readonly RepositoryModel[],
): DependencyModel[] {
  const taken = new Set(repositories.map(({ id }) => id.toLowerCase()));
  return declared.map(({ dependency, declaredAt }, index) => {
    const model = withoutId(dependency, declaredAt, credentials[index]);
    return { ...model, id: freeName(idOf(kindOfDependency(model).title(model)), '-', taken) };
  });
}

function withoutId({ _spec: spec }: Dependency, declaredAt: string, credential: CredentialModel): DependencyModel {
  const base = { id: '', declaredAt };
  switch (spec.kind) {
    case 'github':
      return { kind: spec.kind, ...base, name: spec.name, credential };
    case 'npm-registry': {
      const { registry, scope, secret, package: name } = spec.options;
      return { kind: spec.kind, ...base, registry: withSlash(registry), scope: scope ?? '', secret, package: name };
    }
    case 'cargo-registry': {
      const { name, index, secret } = spec.options;
      return { kind: spec.kind, ...base, name, index: withSlash(index), secret };
    }
  }
}

/** Both clients put what they want behind the address. */
function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}
