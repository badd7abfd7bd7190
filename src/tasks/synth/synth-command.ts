import { runnerOf, theProjenrc } from '../../adopt/projenrc';
import { evaluation } from '../../outside/evaluation';
import { show } from '../../outside/program';
import type { BareCommand, BareContext } from '../command';
import { type CommandLine, parse } from '../command-line';
import { EXIT } from '../exit-codes';

const LINE = {
  usage: [''],
  options: {},
  examples: [['synth', 'make the files anew, with the packages of the repository, or else with those beside this program']],
  exits: { ok: 'the files are what the declaration says', found: 'the declaration is wrong; what is said above is its own' },
  page: 'docs/project.md',
} as const satisfies CommandLine;

/** What every projen project has. */
const TASKS = '.projen/tasks.json';

export const synthCommand: BareCommand = {
  line: LINE,
  withoutModels: true,
  prepare: (args) => {
    parse(LINE, args);
    return synthesize;
  },
};

async function synthesize({ root, env, list, read }: BareContext): Promise<number> {
  const file = theProjenrc(list(''));
  const runner = runnerOf(file);
  if (runner === 'python') {
    throw new Error(`${file} is run by Python, and not by this command: python ${file}`);
  }
  const { args, nodePath } = evaluation(root, file, runner);
  const code = await show(process.execPath, args, { root, env: { ...env, NODE_PATH: nodePath } });
  if (code === 0 && read(TASKS) === undefined) {
    throw new Error(`${file} has made nothing here. It makes the files of its project by project.synth(), at its end.`);
  }
  return code === null ? EXIT.interrupted : code && EXIT.found;
}
