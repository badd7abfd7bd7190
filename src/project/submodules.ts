import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { submodulesIn } from '../github/git-modules';
import { fileIn } from '../outside/checkout';
import { readIfThere } from '../outside/files';

/** Whether a file or a directory lies in a submodule that is not checked out here: what it holds cannot be known. */
export function isOutOfSight(root: string, file: string): boolean {
  const submodules = submodulesIn(readIfThere(fileIn(root, '.gitmodules')) ?? '');
  return submodules.some((directory) => `${file}/`.startsWith(`${directory}/`) && !existsSync(path.join(root, directory, '.git')));
}
