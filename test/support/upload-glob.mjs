/**
 * Which files actions/upload-artifact takes, by the reader of patterns that it bundles: for each case
 * of standard input, `{ directory, patterns }` a line,
 * what it finds there, `{ files }` or `{ error }`,
 * on standard error: it talks on the other one.
 *
 * package.json names @actions/glob 0.6.1 with minimatch 3.1.5 below it: these are what upload-artifact v7, which src/github/pins.ts
 * pins, has in its package-lock.json. Raise them together.
 */
import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { createInterface } from 'node:readline';
import { create } from '@actions/glob';

/** As the action has them. */
const OPTIONS = { followSymbolicLinks: true, implicitDescendants: true, omitBrokenSymbolicLinks: true, excludeHiddenFiles: true };

async function taken(directory, patterns) {
  process.chdir(directory);
  const found = await (await create(patterns.join('\n'), OPTIONS)).glob();
  const isFile = await Promise.all(found.map(async (path) => !(await stat(path)).isDirectory()));
  return found.filter((_, index) => isFile[index]).map((path) => relative(process.cwd(), path)).sort();
}

for await (const line of createInterface({ input: process.stdin })) {
  const { directory, patterns } = JSON.parse(line);
  const answer = await taken(directory, patterns).then((files) => ({ files }), (error) => ({ error: error.message }));
  console.error(JSON.stringify(answer));
}
