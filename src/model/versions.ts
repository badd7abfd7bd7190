import type { Model, RepositoryModel, VersionTextModel } from './model';
import { fromRoot } from './paths';

/** What a model says of the version: asked here by everybody. */

/** The files that hold it, from the repository's root; '' for the line of those whose kind says where it stands. */
export function versionFilesOf(model: Pick<Model, 'version' | 'directory'>): VersionTextModel[] {
  const { files, texts } = model.version;
  return [...files.map((path) => ({ path, line: '' })), ...texts].map(({ path, line }) => ({ path: fromRoot(model, path), line }));
}

/** Whether each leg writes the version into files. */
export function isStamped(model: Pick<Model, 'version' | 'directory'>): boolean {
  return model.version.mode === 'stamp' && versionFilesOf(model).length > 0;
}

/** Whether a Cargo.toml is among them, which more than itself depends on. */
export function stampsCargo({ version }: Pick<Model, 'version'>): boolean {
  return version.files.some((file) => /(?:^|\/)Cargo\.toml$/.test(file));
}

/** Whether a pyproject.toml is, whose version a uv.lock has too. */
export function stampsPython({ version }: Pick<Model, 'version'>): boolean {
  return version.files.some((file) => /(?:^|\/)pyproject\.toml$/.test(file));
}

/** Variables of own steps → the output of the guard that they hold. */
export const VERSION_VARIABLES = { VERSION: 'version', TAG: 'tag', PRERELEASE: 'prerelease' } as const;

/** The variable that holds the commit of a repository. */
export function commitVariable({ id }: RepositoryModel): string {
  return `COMMIT_${id.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}

/** Every variable that own steps are given. */
export function versionVariables({ version, repositories }: Pick<Model, 'version' | 'repositories'>): string[] {
  return version.env ? [...Object.keys(VERSION_VARIABLES), ...repositories.map(commitVariable)] : [];
}

/** Where the lock file of a manifest may lie, the nearest first. */
export function lockPaths({ path, line }: VersionTextModel): string[] {
  const [name, ...directories] = path.split('/').reverse();
  const inEach = directories.map((_, index) => [...directories.slice(index)].reverse().join('/'));
  switch (line ? '' : name) {
    case 'package.json':
      return [[...directories].reverse().concat('package-lock.json').join('/')];
    case 'Cargo.toml':
      return [...inEach.map((directory) => `${directory}/Cargo.lock`), 'Cargo.lock'];
    default:
      return [];
  }
}
