import * as path from 'node:path/posix';
import { github } from 'projen';
import type { RepositoryModel } from '../model/model';
import { type CheckoutOptions, type GithubRepositoryOptions, Repository } from '../repository';
import { type DeclaredApp, normaliseCredential } from './credentials';
import type { TagBuildOptions } from '../options';

/** Joins and tidies a path; '' is the directory itself. Backslashes stay, for a rule to find. */
export function joinPath(...parts: string[]): string {
  const joined = path.normalize(path.join(...parts)).replace(/(?<=.)\/$/, '');
  return joined === '.' ? '' : joined;
}

export function normaliseRepositories(repositories: Repository[], projectName: string): RepositoryModel[] {
  const only = repositories.length === 1;
  const ids = new Set<string>();
  const tokenName = tokenNames(repositories);
  return repositories.map((repository) => {
    const { _spec: spec } = repository;
    const name = nameOf(repository);
    const self = spec.kind === 'self';
    const options: GithubRepositoryOptions = spec.options ?? {};
    const directory = joinPath(options.path ?? (only ? '' : defaultDirectory(self ? projectName : name)));
    const credential = normaliseCredential(options.credential);
    return {
      id: free(idOf(directory || (self ? projectName : defaultDirectory(name))), '-', ids),
      self,
      name,
      ref: self ? '' : options.ref || 'HEAD',
      path: directory,
      credential: credential.kind === 'github-app' ? { ...credential, tokenId: tokenName(credential, name) } : credential,
      with: checkoutInputs(options),
    };
  });
}

/** Without any, the one that the workflow runs in. */
export function declaredRepositories({ repositories }: TagBuildOptions): Repository[] {
  return repositories ?? [Repository.self()];
}

/** `owner/name`; '' for the repository itself. */
export function nameOf({ _spec: spec }: Repository): string {
  return spec.kind === 'self' ? '' : spec.name;
}

/** Whether both name one repository of a build: it may be written down again for a job. */
export function sameRepository(a: Repository, b: Repository): boolean {
  return a === b || JSON.stringify(a._spec) === JSON.stringify(b._spec);
}

function defaultDirectory(name: string): string {
  return name.split('/').at(-1)!;
}

/** Of a name in the id of a step, which has fewer than 100 characters. */
const MAX_NAME_LENGTH = 80;

/** Ids name steps and outputs of a job, which allow letters, digits, `-` and `_`. */
function idOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9_]+/g, '-').slice(0, MAX_NAME_LENGTH).replace(/^-+|(?<!-)-+$/g, '') || 'repository';
}

/** The text, or the first of `text_2`, `text_3` … that is free. Upper and lower case are the same. */
function free(text: string, separator: string, taken: Set<string>): string {
  let id = text;
  for (let n = 2; taken.has(id.toLowerCase()); n++) {
    id = `${text}${separator}${n}`;
  }
  taken.add(id.toLowerCase());
  return id;
}

/** Tells what an App's token for the owner of a repository is called; a token in a secret has the secret's name. */
function tokenNames(repositories: Repository[]): (app: DeclaredApp, repository: string) => string {
  const credentials = repositories.map(({ _spec }) => normaliseCredential(_spec.kind === 'self' ? undefined : _spec.options?.credential));
  const taken = new Set(credentials.flatMap((credential) => credential.kind === 'token' ? [credential.secret.toLowerCase()] : []));
  const ids = new Map<string, string>();
  return (app, repository) => {
    const [owner] = repository.split('/');
    const key = JSON.stringify([app, owner]).toLowerCase();
    const id = ids.get(key) ?? free(`${app.secret}_${owner.replace(/-/g, '_')}`.slice(0, MAX_NAME_LENGTH), '_', taken);
    ids.set(key, id);
    return id;
  };
}

function checkoutInputs({ submodules, lfs, fetchDepth, with: others }: CheckoutOptions): Record<string, string> {
  return {
    ...submodules && submodules !== github.CheckoutSubmodules.DISABLED && { submodules },
    ...lfs && { lfs: 'true' },
    ...(fetchDepth ?? 1) !== 1 && { 'fetch-depth': String(fetchDepth) },
    ...others,
  };
}
