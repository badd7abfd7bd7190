import { check } from './check';
import type { Run } from './command';
import { foreignScripts } from './foreign-scripts';
import { fileIn } from '../outside/checkout';
import { readUtf8 } from '../outside/files';
import { SCRIPT_CHANGED } from '../render/workflow/script-changes';

/** Exit code 0: in sync; 1: not. */
export const runCheck: Run = (_args, { modelFile, scripts, root, print }) => {
  const differences = check(modelFile, scripts, (file) => readUtf8(fileIn(root, file)));
  const foreign = foreignScripts(modelFile, scripts);
  if (!differences.length && !foreign.length) {
    print(`in sync: ${modelFile.builds.map(({ model }) => model.id).join(', ')}\n`);
    return 0;
  }
  [...differences, ...foreign.map((line) => `${line}\n`), '\n', ...verdict(differences.length, foreign.length)].forEach(print);
  return 1;
};

function verdict(differences: number, foreign: number): string[] {
  return [
    differences ? `out of sync: ${differences} ${differences === 1 ? 'file is' : 'files are'} not what the committed model says.\n` : '',
    foreign ? `out of sync: ${foreign} ${foreign === 1 ? 'script is' : 'scripts are'} not what this package ships. `
      + `What has to be changed is named in the declaration: ignore: { '${SCRIPT_CHANGED}': '<why>' }.\n` : '',
    'To mend it, run "npx projen" and commit what it changes.\n',
  ];
}
