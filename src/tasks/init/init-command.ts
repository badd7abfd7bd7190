import { initArguments, INIT_LINE } from './arguments';
import type { Edges } from './init';
import { placeOf } from '../../adopt/survey/place-on-disk';
import { showCommand } from '../../outside/program';
import { openTerminal } from '../../outside/terminal';
import type { BareCommand } from '../command';
import { loadEngine } from '../plan/load-engine';

const EDGES: Edges = {
  place: async ({ root }) => placeOf(root),
  terminal: () => process.stdin.isTTY && process.stdout.isTTY ? openTerminal(process.stdin, process.stdout) : undefined,
  engine: loadEngine,
  run: async (command, context) => showCommand(command, context),
};

export const initCommand: BareCommand = {
  line: INIT_LINE,
  withoutModels: true,
  prepare: (args) => {
    const options = initArguments(args);
    return async (context) => loadInit().init(options, context, EDGES);
  },
};

/** With all that reads repositories and workflows: no other command pays for it. */
function loadInit(): typeof import('./init') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a chunk of its own
  return require('./init') as typeof import('./init');
}
