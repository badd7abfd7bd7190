import * as path from 'node:path/posix';
import type { Model } from './model';

/** A path of the project, from its repository's root. */
export function fromRoot({ directory }: Model, file: string): string {
  return directory ? `${directory}/${file}` : file;
}

/** A path of the working directory, from the workspace. */
export function fromWorkspace({ workingDirectory }: Model, file: string): string {
  return workingDirectory ? `${workingDirectory}/${file}` : file;
}

/** Where the builds run, from the root of the workflow's own repository; undefined where they run in another one. */
export function buildDirectory({ repositories: [main], workingDirectory }: Model): string | undefined {
  const directory = path.relative(main.path, workingDirectory);
  return main.self && directory.split('/')[0] !== '..' ? directory : undefined;
}
