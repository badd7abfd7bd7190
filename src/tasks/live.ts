import type { Look } from './look';
import { cut } from '../text/columns';

/** Lines that become others while one waits. */
export interface Live {
  /** Whether they replace one another: where they do not, a line that tells a running time would be another each time. */
  readonly redraws: boolean;
  /** All of them, as they are now. */
  update(lines: readonly string[]): void;
  /** They stay as they are. */
  end(): void;
}

/** On a terminal in place of those before; elsewhere each as soon as it is one that was not printed yet. */
export function liveLines(print: (text: string) => void, erase: (lines: number) => void, { redraws, width }: Look): Live {
  return redraws ? redrawn(print, erase, width) : appended(print);
}

function redrawn(print: (text: string) => void, erase: (lines: number) => void, width: number): Live {
  let shown: readonly string[] = [];
  return {
    redraws: true,
    update: (lines) => {
      // a line that a terminal breaks would count as one, and be two
      const fitting = lines.map((line) => cut(line, width - 1));
      if (fitting.join('\n') !== shown.join('\n')) {
        erase(shown.length);
        fitting.forEach((line) => print(`${line}\n`));
        shown = fitting;
      }
    },
    end: () => { shown = []; },
  };
}

function appended(print: (text: string) => void): Live {
  const printed = new Set<string>();
  return {
    redraws: false,
    update: (lines) => lines.filter((line) => !printed.has(line)).forEach((line) => {
      printed.add(line);
      print(`${line}\n`);
    }),
    end: () => printed.clear(),
  };
}
