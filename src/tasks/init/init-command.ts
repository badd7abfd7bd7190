import { initArguments, INIT_LINE } from './arguments';
import type { Edges } from './init';
import { placeOnDisk } from '../../adopt/survey/place-on-disk';
import { showCommand } from '../../outside/program';
import { terminalHere } from '../../outside/terminal';
import type { BareCommand } from '../command';
import { loadEngine } from '../plan/load-engine';

const EDGES: Edges = {
  place: async ({ root }) => placeOnDisk(root),
  terminal: terminalHere,
  engine: loadEngine,
  run: showCommand,
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
