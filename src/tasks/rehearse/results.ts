import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Legs } from './machine';
import type { Leg } from '../../model/jobs';
import { handedOnName } from '../../render/workflow/handed-on-steps';

/** The directory for what is built, from the repository's root. */
const OUTPUT = 'tag-build-rehearsal';

export interface Produced {
  /** From the repository's root. */
  readonly path: string;
  readonly bytes: number;
}

/** Where the artifacts of a leg are put, from the repository's root. */
export function resultDirectory({ job, platform }: Leg): string {
  // the options at the top are a job that has nothing but platforms for whoever wrote them
  return `${OUTPUT}/${job.declaredAt ? `${job.id}-` : ''}${platform.name}`;
}

/**
 * Takes away what the last rehearsal of the same legs has left. Git takes nothing of what is put
 * there into a commit. What is there may have come with the clone, links to elsewhere too.
 */
export function emptyResults(root: string, legs: Legs): void {
  const ignore = `${OUTPUT}/.gitignore`;
  if (lstatSync(path.join(root, OUTPUT), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error(`${OUTPUT} is a symbolic link, and what is built is written into a directory: delete it`);
  }
  [...legs.map(resultDirectory), ignore].forEach((old) => rmSync(path.join(root, old), { recursive: true, force: true }));
  mkdirSync(path.join(root, OUTPUT), { recursive: true });
  writeFileSync(path.join(root, ignore), '*\n');
}

/**
 * Puts what was uploaded where it is looked for. What legs hand on is no result; what own steps have
 * uploaded belongs to the leg that was chosen.
 *
 * @param name the guard's, which artifacts end in
 */
export function keepResults(root: string, store: string, legs: Legs, name: string): Produced[] {
  const uploaded = path.join(store, 'files');
  const handedOn = legs.map(({ platform }) => handedOnName(platform.artifactName, name));
  for (const artifact of (existsSync(uploaded) ? readdirSync(uploaded) : []).filter((one) => !handedOn.includes(one))) {
    const leg = legs.find(({ platform }) => artifact === `${platform.artifactName}-${name}`) ?? legs.at(-1)!;
    cpSync(path.join(uploaded, artifact), path.join(root, resultDirectory(leg)), { recursive: true });
  }
  return legs.flatMap((leg) => filesIn(root, resultDirectory(leg)));
}

function filesIn(root: string, directory: string): Produced[] {
  const from = path.join(root, directory);
  return (existsSync(from) ? readdirSync(from, { recursive: true, withFileTypes: true }) : []).filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name)).sort()
    .map((file) => ({ path: `${directory}/${path.relative(from, file)}`, bytes: statSync(file).size }));
}
