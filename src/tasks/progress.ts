import { cut } from '../text/columns';
import { printable } from '../text/printable';

/** Says what is waited for, where somebody waits for more than a moment. */
export interface Progress {
  /** The value, once it is there. */
  one<T>(what: string, awaited: Promise<T>): Promise<T>;
  /** All values; meanwhile it is said how many of them are there. */
  all<T>(what: string, awaited: readonly Promise<T>[]): Promise<T[]>;
}

/** Where nobody sees it. */
export const NO_PROGRESS: Progress = {
  one: async (_, awaited) => awaited,
  all: async (_, awaited) => Promise.all(awaited),
};

/** One line below all others, which is there only as long as something is waited for. */
export interface ProgressLine extends Progress {
  /** Prints something above it. */
  above(print: () => void): void;
  /** Whatever is still waited for, it is gone. */
  end(): void;
}

/** What the line needs of the world; each of the two latter returns what calls it off. */
export interface Surroundings {
  readonly write: (text: string) => void;
  /** Of the terminal. */
  readonly columns: number;
  /** Calls back after the moment. */
  readonly later: (run: () => void) => () => void;
  /** Calls back before the process is interrupted. */
  readonly interrupted: (run: () => void) => () => void;
}

interface Wait {
  readonly text: () => string;
  /** Whether it has taken more than a moment. */
  long: boolean;
}

export function progressLine({ write, columns, later, interrupted }: Surroundings): ProgressLine {
  const waits = new Set<Wait>();
  let shown = '';
  let forget = () => {};

  function show(text: string): void {
    if (text !== shown) {
      forget();
      // before anybody can see it, and interrupt
      forget = text ? interrupted(() => show('')) : () => {};
      shown = text;
      write(`\r\u001b[K${text}`);
    }
  }

  function draw(): void {
    const latest = [...waits].filter(({ long }) => long).at(-1);
    show(latest ? cut(printable(latest.text()), columns - 1) : '');
  }

  async function during<T>(text: () => string, awaited: Promise<T>): Promise<T> {
    const wait: Wait = { text, long: false };
    waits.add(wait);
    const cancel = later(() => {
      wait.long = true;
      draw();
    });
    try {
      return await awaited;
    } finally {
      cancel();
      waits.delete(wait);
      draw();
    }
  }

  return {
    one: async (what, awaited) => during(() => what, awaited),
    all: async (what, awaited) => {
      let there = 0;
      const counted = awaited.map(async (one) => {
        const value = await one;
        there += 1;
        draw();
        return value;
      });
      return during(() => `${what}: ${there} of ${awaited.length}`, Promise.all(counted));
    },
    above: (print) => {
      show('');
      print();
      draw();
    },
    end: () => {
      waits.clear();
      draw();
    },
  };
}
