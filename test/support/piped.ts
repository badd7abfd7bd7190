import type { BareContext } from '../../src/tasks/command';
import { liveLines } from '../../src/tasks/live';
import { lookOf } from '../../src/tasks/look';
import { NO_PROGRESS } from '../../src/tasks/progress';

/** What a command is given to print with where its output goes into a pipe, and what goes to standard error is not looked at. */
export function piped(print: (text: string) => void, aside: (text: string) => void = () => {}): Pick<BareContext, 'print' | 'tell' | 'aside' | 'look' | 'live' | 'progress'> {
  const look = lookOf({}, {});
  return { print: (text) => print(text), tell: print, aside, look, live: () => liveLines(print, () => {}, look), progress: NO_PROGRESS };
}
