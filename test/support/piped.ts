import type { BareContext } from '../../src/tasks/command';
import { liveLines } from '../../src/tasks/live';
import { lookOf } from '../../src/tasks/look';

/** What a command is given to print with where its output goes into a pipe. */
export function piped(print: (text: string) => void): Pick<BareContext, 'print' | 'look' | 'live'> {
  const look = lookOf({}, {});
  return { print, look, live: () => liveLines(print, () => {}, look) };
}
