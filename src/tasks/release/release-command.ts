import { RELEASE_LINE, releaseArguments } from './arguments';
import type { Command } from '../command';

export const releaseCommand: Command = {
  line: RELEASE_LINE,
  prepare: (args) => {
    const options = releaseArguments(args);
    return async (context) => loadRelease().release(options, context);
  },
};

/** With all that follows runs and knows why they fail: no other command pays for it. */
function loadRelease(): typeof import('./release') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a chunk of its own
  return require('./release') as typeof import('./release');
}
