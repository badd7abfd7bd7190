import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Project } from 'projen';
import { writerOf } from './writers';
import type { Hindrance } from '../github/checkout-paths';
import { markdownComplaint } from '../github/markdown-paths';
import type { Model } from '../model/model';
import { MODEL_FILE } from '../model/model-file';
import { type Output, outputs } from '../model/outputs';
import { type Place, placeOf, unwritable } from '../outside/checkout';
import type { Obstacle } from '../rules/rule';

/** What lies, or will lie, where a build writes its files. */
export function obstaclesOf(root: Project, model: Model): Obstacle[] {
  return outputs(model).flatMap((output) => {
    const place = placeOf(root.outdir, output.path);
    const generated = output.option !== 'readme.path';
    const hindrance = place.hindrance ?? misled(output, place) ?? laterWriter(root, output, place)
      ?? (generated ? foreign(place, model) : undefined) ?? unwritable(place, generated);
    return hindrance ? [{ ...output, ...hindrance }] : [];
  });
}

/** The same for the file of the models, which all builds share. */
export function modelFileObstacles(root: Project): Obstacle[] {
  const place = placeOf(root.outdir, MODEL_FILE);
  const hindrance = place.hindrance ?? unwritable(place, true);
  return hindrance ? [{ option: 'models', path: MODEL_FILE, ...hindrance }] : [];
}

/** A link may lead to another place of the repository, but not to a file of another kind. */
function misled({ option, path: file }: Output, place: Place): Hindrance | undefined {
  const why = ASTRAY[option](place.path);
  // where case does not count, the file may lie there in another one
  return why === undefined || place.path.toLowerCase() === file.toLowerCase() ? undefined : { kind: 'linked', is: `leads by a link to '${place.path}', ${why}` };
}

const ASTRAY: Readonly<Record<Output['option'], (path: string) => string | undefined>> = {
  'id': () => 'where GitHub looks for no workflow',
  'rehearse': () => 'where GitHub looks for no workflow',
  'publish': () => 'which no job that publishes checks out',
  'setupDoc.path': notMarkdown,
  'readme.path': notMarkdown,
};

function notMarkdown(file: string): string | undefined {
  const complaint = markdownComplaint(file);
  return complaint && `which ${complaint}`;
}

/** projen itself refuses a second file where the workflow or the doc lies, but knows nothing of the README. */
function laterWriter(root: Project, { option, path: file }: Output, place: Place): Hindrance | undefined {
  const writer = writerOf(root, place.path, option === 'readme.path' ? undefined : path.resolve(root.outdir, file));
  return writer === undefined ? undefined : { kind: 'occupied', is: `is written by ${writer}` };
}

/** A project that is being ejected writes its files without a marker, so that they cannot be told apart. */
function foreign({ stats, existing }: Place, { marker }: Model): Hindrance | undefined {
  // the rest of the line names the projenrc file, which may have been another one
  const [generated] = marker.split('.');
  return !stats || readFileSync(existing, 'utf8').includes(generated) ? undefined : { kind: 'occupied', is: 'is a file that projen did not write' };
}
