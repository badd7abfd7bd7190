import { STATUS_LINE, statusArguments } from './arguments';
import type { Command } from '../command';
import { loadEngine } from '../plan/load-engine';

export const statusCommand: Command = {
  line: STATUS_LINE,
  prepare: (args) => {
    const options = statusArguments(args);
    return async (context) => loadStatus().status(options, context, new Date(), loadEngine);
  },
};

/** With all that looks around: no other command pays for it. */
function loadStatus(): typeof import('./status') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a chunk of its own
  return require('./status') as typeof import('./status');
}
