import { initArguments, INIT_LINE } from './arguments';
import { type Edges, init } from './init';
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
    return async (context) => init(options, context, EDGES);
  },
};
