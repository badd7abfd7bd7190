import { buildsOf } from './builds';
import { check } from './check';
import type { Command, Context } from './command';
import { type CommandLine, parse } from './command-line';
import { EXIT } from './exit-codes';
import { foreignScripts, UNDO_OR_SAY_WHY } from './foreign-scripts';
import { otherWriter } from './read-models';
import { fileIn } from '../outside/checkout';
import { readUtf8 } from '../outside/files';
import { withDiffColours } from '../text/diff-colours';
import { SIGNS } from '../text/signs';
import { count } from '../text/words';

const LINE = {
  usage: [''],
  options: {},
  examples: [['check', 'in a pull request: is what is committed what the model says?']],
  exits: { ok: 'in sync', found: 'a file is not what the committed model says, or a script not what this package ships' },
  page: 'README.md#commands',
} as const satisfies CommandLine;

export const checkCommand: Command = {
  line: LINE,
  prepare: (args) => {
    parse(LINE, args);
    return compare;
  },
};

function compare({ modelFile, scripts, root, print, tell }: Context): number {
  const differences = check(modelFile, scripts, (file) => readUtf8(fileIn(root, file)));
  const foreign = foreignScripts(modelFile, scripts);
  if (!differences.length && !foreign.length) {
    tell(`${SIGNS.good} in sync: ${buildsOf(modelFile, undefined).map(({ id }) => id).join(', ')}\n`);
    return EXIT.ok;
  }
  const other = otherWriter(modelFile);
  differences.forEach((difference) => difference.startsWith(SIGNS.bad) ? tell(difference) : print(difference, withDiffColours));
  [
    ...foreign.map((line) => `${SIGNS.bad} ${line}\n`), '\n', ...verdict(differences.length, foreign.length),
    other && `${other}, which may be the reason.\n`, `${foreign.length ? 'Then' : 'To mend it,'} run "npx projen" and commit what it changes.\n`,
  ].forEach(tell);
  return EXIT.found;
}

function verdict(differences: number, foreign: number): string[] {
  return [
    differences ? `${SIGNS.bad} out of sync: ${count(differences, 'file is', 'files are')} not what the committed model says.\n` : '',
    foreign ? `${SIGNS.bad} out of sync: ${count(foreign, 'script is', 'scripts are')} not what this package ships. `
      + `${UNDO_OR_SAY_WHY}\n` : '',
  ];
}
