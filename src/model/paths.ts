import * as path from 'node:path/posix';
import { repositoriesOf } from './jobs';
import type { BuildJobModel, Model, RepositoryModel } from './model';
import { withoutSigns } from '../github/artifact-patterns';

/** A path of the project, from its repository's root. */
export function fromRoot({ directory }: Pick<Model, 'directory'>, file: string): string {
  return directory ? `${directory}/${file}` : file;
}

/** A path of a job's working directory, from the workspace. */
export function fromWorkspace({ workingDirectory }: BuildJobModel, file: string): string {
  return [workingDirectory, file].filter(Boolean).join('/');
}

/** A pattern of a job's artifacts, from the workspace. The upload takes no `./` but the first, and reads brackets of a directory as a set. */
export function patternFromWorkspace({ workingDirectory }: BuildJobModel, pattern: string): string {
  const { excludes, path: written } = withoutSigns(pattern);
  return (excludes ? '!' : '') + [workingDirectory.replaceAll('[', '[[]'), written.replace(/^\.\//, '')].filter(Boolean).join('/');
}

/** Where a job builds, from the root of the workflow's own repository; undefined where it builds in another one. */
export function buildDirectory(model: Pick<Model, 'repositories'>, job: Pick<BuildJobModel, 'repositories' | 'workingDirectory'>): string | undefined {
  const main = model.repositories.find(({ id }) => job.repositories.includes(id));
  const directory = path.relative(main?.path ?? '', job.workingDirectory);
  return main?.self && directory.split('/')[0] !== '..' ? directory : undefined;
}

/** A path of the workspace, from the root of the workflow's own repository; undefined where it lies in another one. */
export function inOwnRepository(model: Pick<Model, 'repositories'>, file: string): string | undefined {
  const holds = (directory: string) => directory === '' || `${file}/`.startsWith(`${directory}/`);
  const [nearest] = model.repositories.filter((repository) => holds(repository.path)).sort((a, b) => b.path.length - a.path.length);
  return nearest?.self ? path.relative(nearest.path, file) : undefined;
}

/** A directory of the workspace, as it lies in one of the repositories. */
export interface SourceDirectory {
  readonly repository: RepositoryModel;
  /** The main repository of the build, where its ref may stand. */
  readonly main: RepositoryModel;
  /** From the repository's root; '' is the root. */
  readonly path: string;
}

/** The repository that a directory of a job's workspace comes from; undefined where it is none's. */
export function sourceOf(model: Pick<Model, 'repositories'>, job: BuildJobModel, directory: string): SourceDirectory | undefined {
  const inside = repositoriesOf(model, job).filter(({ path: root }) => root === '' || directory === root || directory.startsWith(`${root}/`));
  const [repository] = [...inside].sort((a, b) => b.path.length - a.path.length);
  return repository && { repository, main: model.repositories[0], path: path.relative(repository.path, directory) };
}
