import { setTimeout } from 'node:timers/promises';

/** Time, which tests let pass as they like. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = { now: Date.now, sleep: async (milliseconds) => setTimeout(milliseconds) };
