import type { Command } from '../command';
import { REHEARSE_LINE, rehearseArguments } from './arguments';
import { rehearseHere } from './local';
import { machineOf } from './machine';
import { rehearseRemotely } from './remote';
import { PATIENCE } from '../runs/patience';

export const rehearseCommand: Command = {
  line: REHEARSE_LINE,
  prepare: (args) => {
    const options = rehearseArguments(args);
    return async (context) => options.remote
      ? rehearseRemotely(options, context, PATIENCE, process)
      : rehearseHere(options, context, { machine: machineOf(process), signals: process });
  },
};
