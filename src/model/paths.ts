import * as path from 'node:path/posix';
import { repositoriesOf } from './jobs';
import type { BuildJobModel, Model, RepositoryModel } from './model';

/** A path of the project, from its repository's root. */
export function fromRoot({ directory }: Pick<Model, 'directory'>, file: string): string {
  return directory ? `${directory}/${file}` : file;
}

/** A path of a job's working directory, from the workspace. */
export function fromWorkspace({ workingDirectory }: BuildJobModel, file: string): string {
  return [workingDirectory, file].filter(Boolean).join('/');
}

/** A pattern of a job's artifacts, from the workspace. */
export function patternFromWorkspace(job: BuildJobModel, pattern: string): string {
  return pattern.startsWith('!') ? `!${fromWorkspace(job, pattern.slice(1))}` : fromWorkspace(job, pattern);
}

/** Where a job builds, from the root of the workflow's own repository; undefined where it builds in another one. */
export function buildDirectory(model: Pick<Model, 'repositories'>, job: BuildJobModel): string | undefined {
  const [main] = repositoriesOf(model, job);
  const directory = path.relative(main?.path ?? '', job.workingDirectory);
  return main?.self && directory.split('/')[0] !== '..' ? directory : undefined;
}

/** A directory of the workspace, as it lies in one of the repositories. */
export interface SourceDirectory {
  readonly repository: RepositoryModel;
  /** From the repository's root; '' is the root. */
  readonly path: string;
}

/** The repository that a directory of a job's workspace comes from; undefined where it is none's. */
export function sourceOf(model: Model, job: BuildJobModel, directory: string): SourceDirectory | undefined {
  const inside = repositoriesOf(model, job).filter(({ path: root }) => root === '' || directory === root || directory.startsWith(`${root}/`));
  const [repository] = [...inside].sort((a, b) => b.path.length - a.path.length);
  return repository && { repository, path: path.relative(repository.path, directory) };
}
