/** How long to wait for what. */
export interface Patience {
  /** Milliseconds between two questions. */
  readonly between: number;
  /** How often to look for a run that has just been started. */
  readonly attempts: number;
  /** How often to ask again where there is no answer, each time after a longer pause. */
  readonly retries: number;
  /** After how many looks at a job that does not begin it is worth a word. */
  readonly idle: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends all waiting. */
  readonly signal?: AbortSignal;
}

/** Twice a minute six times, of 5,000 questions that GitHub answers in an hour; about ten minutes without the network. */
export const PATIENCE: Patience = { between: 5000, attempts: 24, retries: 14, idle: 12, now: () => Date.now() };
