import { runnerOf, theProjenrc } from '../../adopt/projenrc';
import { evaluation } from '../../outside/evaluation';
import { show } from '../../outside/program';
import { SIGNS } from '../../text/signs';
import type { BareCommand, BareContext } from '../command';
import { type CommandLine, parse } from '../command-line';
import { EXIT } from '../exit-codes';
import { JSON_OPTION, jsonText } from '../json';
import { endText, timed } from '../timed';

const LINE = {
  usage: ['[--json]'],
  options: { json: JSON_OPTION },
  examples: [['synth', 'make the files anew, with the packages of the repository, or else with those beside this program']],
  exits: { ok: 'the files are what the declaration says', found: 'the declaration is wrong; what is said above is its own' },
  page: 'docs/project.md',
} as const satisfies CommandLine;

/** What every projen project has. */
const TASKS = '.projen/tasks.json';

/** What `--json` prints. */
export interface SynthOutput {
  readonly version: 1;
  readonly outcome: 'synthesized' | 'failed';
  /** The declaration's file, from the root. */
  readonly projenrc: string;
  /** As the projenrc ended; null where a signal ended it. */
  readonly code: number | null;
}

export const synthCommand: BareCommand = {
  line: LINE,
  withoutModels: true,
  prepare: (args) => {
    const { options: { json = false } } = parse(LINE, args);
    return async (context) => synthesize(context, json);
  },
};

/** What the projenrc prints goes to standard error where standard output is kept for a document. */
async function synthesize({ root, env, list, read, print, aside }: BareContext, json: boolean): Promise<number> {
  const projenrc = theProjenrc(list(''));
  const runner = runnerOf(projenrc);
  if (runner === 'python') {
    throw new Error(`${projenrc} is run by Python, and not by this command: python ${projenrc}`);
  }
  const { args, nodePath } = evaluation(root, projenrc, runner);
  aside(`${SIGNS.running} running ${projenrc}\n`);
  const { code, took } = await timed(show(process.execPath, args, { root, env: { ...env, NODE_PATH: nodePath } }, json));
  aside(code === 0 ? `${SIGNS.good} done in ${took}\n` : `${SIGNS.bad} ${projenrc} failed after ${took} (${endText(code)})\n`);
  if (code === 0 && read(TASKS) === undefined) {
    throw new Error(`${projenrc} has made nothing here. It makes the files of its project by project.synth(), at its end.`);
  }
  const done: SynthOutput = { version: 1, outcome: code === 0 ? 'synthesized' : 'failed', projenrc, code };
  if (json) print(jsonText(done));
  return code === null ? EXIT.interrupted : code && EXIT.found;
}
