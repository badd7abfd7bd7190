import * as path from 'node:path/posix';
import { github } from 'projen';
import type { RepositoryModel } from '../model/model';
import type { CheckoutOptions, Repository } from '../repository';

/** Joins and tidies a path; '' is the directory itself. Backslashes stay, for a rule to find. */
export function joinPath(...parts: string[]): string {
  const joined = path.normalize(path.join(...parts)).replace(/(?<=.)\/$/, '');
  return joined === '.' ? '' : joined;
}

export function normaliseRepositories(repositories: Repository[], projectName: string): RepositoryModel[] {
  const only = repositories.length === 1;
  const ids = new Set<string>();
  return repositories.map(({ _spec: { self, name, options } }) => {
    const directory = joinPath(options.path ?? (only ? '' : defaultDirectory(self ? projectName : name)));
    return {
      id: uniqueId(directory || (self ? projectName : defaultDirectory(name)), ids),
      self,
      name,
      ref: self ? '' : options.ref || 'HEAD',
      path: directory,
      credential: options.credential?._model ?? { kind: 'workflow-token' },
      with: checkoutInputs(options),
    };
  });
}

/** Whether both name one repository of a build: it may be written down again for a job. */
export function sameRepository(a: Repository, b: Repository): boolean {
  return a === b || JSON.stringify(a._spec) === JSON.stringify(b._spec);
}

function defaultDirectory(name: string): string {
  return name.split('/').at(-1)!;
}

/** Ids name outputs of a job, which allow letters, digits, `-` and `_`. */
function uniqueId(text: string, taken: Set<string>): string {
  const base = text.toLowerCase().replace(/[^a-z0-9_]+/g, '-').replace(/^-+|-+$/g, '') || 'repository';
  let id = base;
  for (let n = 2; taken.has(id); n++) {
    id = `${base}-${n}`;
  }
  taken.add(id);
  return id;
}

function checkoutInputs({ submodules, lfs, fetchDepth, with: others }: CheckoutOptions): Record<string, string> {
  return {
    ...submodules && submodules !== github.CheckoutSubmodules.DISABLED && { submodules },
    ...lfs && { lfs: 'true' },
    ...(fetchDepth ?? 1) !== 1 && { 'fetch-depth': String(fetchDepth) },
    ...others,
  };
}
