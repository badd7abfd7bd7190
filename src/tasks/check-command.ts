import { check } from './check';
import type { Run } from './command';
import { fileIn } from '../outside/checkout';
import { readUtf8 } from '../outside/files';

/** Exit code 0: in sync; 1: not. */
export const runCheck: Run = (_args, { modelFile, scripts, root, print }) => {
  const differences = check(modelFile, scripts, (file) => readUtf8(fileIn(root, file)));
  if (!differences.length) {
    print(`in sync: ${modelFile.builds.map(({ model }) => model.id).join(', ')}\n`);
    return 0;
  }
  differences.forEach(print);
  print(`\nout of sync: ${differences.length} ${differences.length === 1 ? 'file is' : 'files are'} not what the committed model says.\n`
    + 'To mend it, run "npx projen" and commit what it changes.\n');
  return 1;
};
