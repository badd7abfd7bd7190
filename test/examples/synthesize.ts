/** Runs the declaration in each of the directories that are named, as if it were run there. */
import { join } from 'node:path';

for (const dir of process.argv.slice(2)) {
  process.chdir(dir);
  require(join(dir, '.projenrc.ts'));
}
