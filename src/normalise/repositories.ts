import * as path from 'node:path/posix';
import { github } from 'projen';
import type { Access } from './credentials';
import { MAX_NAME_IN_ID } from '../github/limits';
import type { CredentialModel, RepositoryModel } from '../model/model';
import type { TagBuildOptions } from '../options';
import { type CheckoutOptions, type GithubRepositoryOptions, Repository } from '../repository';
import { freeName } from '../text/words';

/** Joins and tidies a path; '' is the directory itself. Backslashes stay, for a rule to find. */
export function joinPath(...parts: string[]): string {
  const joined = path.normalize(path.join(...parts)).replace(/(?<=.)\/$/, '');
  return joined === '.' ? '' : joined;
}

/** @param credentials one for each */
export function normaliseRepositories(repositories: Repository[], credentials: readonly CredentialModel[], projectName: string): RepositoryModel[] {
  const only = repositories.length === 1;
  const ids = new Set<string>();
  return repositories.map((repository, index) => {
    const name = nameOf(repository);
    const self = repository._spec.kind === 'self';
    const options = optionsOf(repository);
    const directory = joinPath(options.path ?? (only ? '' : defaultDirectory(self ? projectName : name)));
    return {
      id: freeName(idOf(directory || (self ? projectName : defaultDirectory(name))), '-', ids),
      self,
      name,
      ref: self ? '' : options.ref || 'HEAD',
      matchTag: options.matchTagName ?? (options.matchTag ? '{tag}' : ''),
      refFile: joinPath(options.refFile ?? ''),
      platforms: options.platforms ?? [],
      path: directory,
      credential: credentials[index],
      sparse: options.sparse ?? [],
      filter: options.filter ?? '',
      with: checkoutInputs(options),
    };
  });
}

/** What is opened to check it out. */
export function checkoutAccess(repository: Repository): Access {
  return { owner: nameOf(repository).split('/')[0], credential: optionsOf(repository).credential };
}

/** Without any, the one that the workflow runs in. */
export function declaredRepositories({ repositories }: TagBuildOptions): Repository[] {
  return repositories ?? [Repository.self()];
}

/** `owner/name`; '' for the repository itself. */
export function nameOf({ _spec: spec }: Repository): string {
  return spec.kind === 'self' ? '' : spec.name;
}

/** The repository itself has no ref and no credential. */
function optionsOf({ _spec: spec }: Repository): GithubRepositoryOptions {
  return spec.options ?? {};
}

/** Whether both name one repository of a build: it may be written down again for a job, and its options in another order. */
export function sameRepository(a: Repository, b: Repository): boolean {
  return a === b || textOf(a) === textOf(b);
}

function textOf({ _spec }: Repository): string {
  const inOrder = (value: object) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
  return JSON.stringify(_spec, (_key, value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? inOrder(value) : value);
}

function defaultDirectory(name: string): string {
  return name.split('/').at(-1)!;
}

/** Ids name steps and outputs of a job, which allow letters, digits, `-` and `_`. */
export function idOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9_]+/g, '-').slice(0, MAX_NAME_IN_ID).replace(/^-+|(?<!-)-+$/g, '') || 'repository';
}

function checkoutInputs({ submodules, lfs, fetchDepth, with: others }: CheckoutOptions): Record<string, string> {
  return {
    ...submodules && submodules !== github.CheckoutSubmodules.DISABLED && { submodules },
    ...lfs && { lfs: 'true' },
    ...(fetchDepth ?? 1) !== 1 && { 'fetch-depth': String(fetchDepth) },
    ...others,
  };
}
