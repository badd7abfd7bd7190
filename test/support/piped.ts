import type { BareContext } from '../../src/tasks/command';
import { liveLines } from '../../src/tasks/live';
import { lookOf } from '../../src/tasks/look';
import { NO_PROGRESS } from '../../src/tasks/progress';

/** What a command is given to print with where its output goes into a pipe. */
export function piped(print: (text: string) => void): Pick<BareContext, 'print' | 'tell' | 'look' | 'live' | 'progress'> {
  const look = lookOf({}, {});
  return { print: (text) => print(text), tell: print, look, live: () => liveLines(print, () => {}, look), progress: NO_PROGRESS };
}
