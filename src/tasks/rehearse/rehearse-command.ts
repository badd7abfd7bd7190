import type { Command } from '../command';
import { REHEARSE_LINE, rehearseArguments } from './arguments';
import { rehearseHere } from './local';
import { machineOf } from './machine';
import { type Patience, rehearseRemotely } from './remote';

/** GitHub shows a new run after a few seconds. */
const PATIENCE: Patience = { between: 3000, attempts: 20 };

export const rehearseCommand: Command = {
  line: REHEARSE_LINE,
  prepare: (args) => {
    const options = rehearseArguments(args);
    return async (context) => options.remote
      ? rehearseRemotely(options, context, PATIENCE)
      : rehearseHere(options, context, { machine: machineOf(process), signals: process });
  },
};
