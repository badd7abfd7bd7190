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
 * @see https://bixense.com/clicolors
 */
export function lookOf({ isTTY = false, columns = 0 }: Stream, env: Readonly<Record<string, string | undefined>>): Look {
  const isDumb = env.TERM === 'dumb';
  return {
    width: isTTY && columns ? Math.min(Math.max(columns, NARROWEST), WIDTH) : WIDTH,
    colours: wishedColours(env) ?? (isTTY && !isDumb),
    redraws: isTTY && !isDumb,
  };
}

/** What the environment says of colours, as that of gh does, and before that `FORCE_COLOR`, as Node.js takes it. */
function wishedColours({ NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR }: Readonly<Record<string, string | undefined>>): boolean | undefined {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return !['0', 'false'].includes(FORCE_COLOR);
  if (CLICOLOR_FORCE && CLICOLOR_FORCE !== '0') return true;
  return CLICOLOR === '0' ? false : undefined;
}
