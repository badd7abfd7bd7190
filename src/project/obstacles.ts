import { existsSync, statSync } from 'node:fs';
import * as path from 'node:path';
import type { Project } from 'projen';
import { writerOf } from './writers';
import type { Model } from '../model/model';
import { type Output, outputs } from '../model/outputs';
import { readIfThere } from '../outside/files';
import type { Obstacle } from '../rules/rule';

/** What lies, or will lie, where a build writes its files. */
export function obstaclesOf(root: Project, model: Model): Obstacle[] {
  return outputs(model).flatMap((output) => {
    const file = path.resolve(root.outdir, output.path);
    const is = laterWriter(root, output, file) ?? notAFile(file) ?? (output.option === 'readme.path' ? undefined : foreign(file, model));
    return is === undefined ? [] : [{ ...output, is }];
  });
}

/** projen itself refuses a second file where the workflow or the doc lies, but knows nothing of the README. */
function laterWriter(root: Project, { option, path: relative }: Output, file: string): string | undefined {
  const writer = writerOf(root, relative, option === 'readme.path' ? undefined : file);
  return writer && `is written by ${writer}`;
}

function notAFile(file: string): string | undefined {
  if (existsSync(file) && statSync(file).isDirectory()) {
    return 'is a directory';
  }
  let above = path.dirname(file);
  while (!existsSync(above)) {
    above = path.dirname(above);
  }
  return statSync(above).isDirectory() ? undefined : 'lies below what is a file';
}

/** A project that is being ejected writes its files without a marker, so that they cannot be told apart. */
function foreign(file: string, { marker }: Model): string | undefined {
  // the rest of the line names the projenrc file, which may have been another one
  const [generated] = marker.split('.');
  const text = readIfThere(file);
  return text === undefined || text.includes(generated) ? undefined : 'is a file that projen did not write';
}
