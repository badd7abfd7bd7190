import { rehearseArguments } from './arguments';
import { rehearseHere } from './local';
import { machineOf } from './machine';
import { type Patience, rehearseRemotely } from './remote';
import type { Run } from '../command';

/** GitHub shows a new run after a few seconds. */
const PATIENCE: Patience = { between: 3000, attempts: 20 };

export const runRehearse: Run = async (args, context) => {
  const options = rehearseArguments(args);
  return options.remote
    ? rehearseRemotely(options, context, PATIENCE)
    : rehearseHere(options, context, { machine: machineOf(process), signals: process });
};
