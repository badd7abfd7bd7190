import * as path from 'node:path/posix';
import type { Model, BuildJobModel } from './model';

/** A path of the project, from its repository's root. */
export function fromRoot({ directory }: Model, file: string): string {
  return directory ? `${directory}/${file}` : file;
}

/** A path of a job's working directory, from the workspace. */
export function fromWorkspace({ workingDirectory }: BuildJobModel, file: string): string {
  return workingDirectory ? `${workingDirectory}/${file}` : file;
}

/** Where a job builds, from the root of the workflow's own repository; undefined where it builds in another one. */
export function buildDirectory({ repositories: [main] }: Model, { workingDirectory }: BuildJobModel): string | undefined {
  const directory = path.relative(main.path, workingDirectory);
  return main.self && directory.split('/')[0] !== '..' ? directory : undefined;
}
