import { rehearseArguments } from './arguments';
import { type Patience, rehearseRemotely } from './remote';
import type { Run } from '../command';

/** GitHub shows a new run after a few seconds. */
const PATIENCE: Patience = { between: 3000, attempts: 20 };

export const runRehearse: Run = async (args, context) => rehearseRemotely(rehearseArguments(args), context, PATIENCE);
