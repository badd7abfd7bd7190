/** How what a command prints may look. */
export interface Look {
  /** In columns: of a terminal its own, within limits. */
  readonly width: number;
  readonly colours: boolean;
  /** Whether lines that were printed can be replaced. */
  readonly redraws: boolean;
}

/** As wide as a text is where no terminal says it, and at most: wider ones are hard to read. */
const WIDTH = 100;
/** Narrower terminals break the lines themselves. */
const NARROWEST = 60;

/** What is asked of a stream. */
export interface Stream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/**
 * How to print to a stream.
 *
 * @see https://no-color.org
 * @see https://force-color.org
 */
export function lookOf({ isTTY = false, columns = 0 }: Stream, env: Readonly<Record<string, string | undefined>>): Look {
  const isDumb = env.TERM === 'dumb';
  return {
    width: isTTY && columns ? Math.min(Math.max(columns, NARROWEST), WIDTH) : WIDTH,
    colours: env.NO_COLOR ? false : env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : isTTY && !isDumb,
    redraws: isTTY && !isDumb,
  };
}
