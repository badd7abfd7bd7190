/** Runs the declaration in each of the directories that are named, as if it were run there. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const load = createRequire(__filename);

for (const dir of process.argv.slice(2)) {
  process.chdir(dir);
  load(join(dir, '.projenrc.ts'));
}
