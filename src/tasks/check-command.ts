import { buildsOf } from './builds';
import { check, type Difference } from './check';
import type { Command, Context } from './command';
import { type CommandLine, parse } from './command-line';
import { EXIT } from './exit-codes';
import { foreignScripts, UNDO_OR_SAY_WHY } from './foreign-scripts';
import { JSON_OPTION, jsonText } from './json';
import { otherWriter } from './read-models';
import { fileIn } from '../outside/checkout';
import { readUtf8 } from '../outside/files';
import { withDiffColours } from '../text/diff-colours';
import { SIGNS } from '../text/signs';
import { count } from '../text/words';

const LINE = {
  usage: ['[--json]'],
  options: { json: JSON_OPTION },
  examples: [['check', 'in a pull request: is what is committed what the model says?'], ['check --json', 'the same for a script']],
  exits: { ok: 'in sync', found: 'a file is not what the committed model says, or a script not what this package ships' },
  page: 'README.md#commands',
} as const satisfies CommandLine;

export const checkCommand: Command = {
  line: LINE,
  prepare: (args) => {
    const { options: { json = false } } = parse(LINE, args);
    return (context) => {
      const found = compare(context);
      json ? context.print(jsonText(found)) : printFound(found, context);
      return found.inSync ? EXIT.ok : EXIT.found;
    };
  },
};

/** What `--json` prints. */
export interface CheckOutput {
  readonly version: 1;
  readonly inSync: boolean;
  /** Ids of the builds. */
  readonly builds: readonly string[];
  readonly differences: readonly Difference[];
  /** What is no script of this package in workflows that were changed through the escape hatch: sentences. */
  readonly foreignScripts: readonly string[];
  /** Another version that has written the models, which may be the reason, a sentence; '' where it was this one. */
  readonly otherWriter: string;
}

function compare({ modelFile, scripts, root }: Context): CheckOutput {
  const builds = buildsOf(modelFile, undefined).map(({ id }) => id);
  const differences = check(modelFile, scripts, (file) => readUtf8(fileIn(root, file)));
  const foreign = foreignScripts(modelFile, scripts);
  const inSync = !differences.length && !foreign.length;
  return { version: 1, inSync, builds, differences, foreignScripts: foreign, otherWriter: otherWriter(modelFile) };
}

function printFound({ inSync, builds, differences, foreignScripts: foreign, otherWriter: other }: CheckOutput, { print, tell }: Context): void {
  if (inSync) {
    tell(`${SIGNS.good} in sync: ${builds.join(', ')}\n`);
    return;
  }
  differences.forEach(({ diff, problem }) => problem ? tell(`${SIGNS.bad} ${problem}\n`) : print(diff, withDiffColours));
  [
    ...foreign.map((line) => `${SIGNS.bad} ${line}\n`), '\n', ...verdict(differences.length, foreign.length),
    other && `${other}, which may be the reason.\n`, `${foreign.length ? 'Then' : 'To mend it,'} run "npx projen" and commit what it changes.\n`,
  ].forEach(tell);
}

function verdict(differences: number, foreign: number): string[] {
  return [
    differences ? `${SIGNS.bad} out of sync: ${count(differences, 'file is', 'files are')} not what the committed model says.\n` : '',
    foreign ? `${SIGNS.bad} out of sync: ${count(foreign, 'script is', 'scripts are')} not what this package ships. `
      + `${UNDO_OR_SAY_WHY}\n` : '',
  ];
}
