import type { Model } from '../model/model';

/** A path of the project, from its repository's root. */
export function fromRoot({ directory }: Model, path: string): string {
  return directory ? `${directory}/${path}` : path;
}

/** A path of the working directory, from the workspace. */
export function fromWorkspace({ workingDirectory }: Model, path: string): string {
  return workingDirectory ? `${workingDirectory}/${path}` : path;
}
