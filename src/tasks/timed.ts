import { durationText } from './runs/lines';

/** A program that has ended. */
export interface Ended {
  /** null where a signal ended it. */
  readonly code: number | null;
  /** How long it took, in words. */
  readonly took: string;
}

/** Waits for a program that has the terminal to itself. */
export async function timed(program: Promise<number | null>, now = Date.now): Promise<Ended> {
  const begun = now();
  const code = await program;
  return { code, took: durationText((now() - begun) / 1000) };
}

/** `exit code 3`. */
export function endText(code: number | null): string {
  return code === null ? 'it was ended' : `exit code ${code}`;
}
