import { setTimeout as pause } from 'node:timers/promises';
import type { Patience } from './patience';
import { NoAnswer, type Run, type RunFilter, type Runs } from './run';

/**
 * The newest run of a workflow, which GitHub shows some seconds after what has started it.
 *
 * @param known ids of runs that were there before
 * @returns undefined where there is none after all that patience
 * @throws Error where GitHub does not show runs, or gave no answer to the last question
 */
export async function findRun(
  runs: Runs,
  workflowPath: string,
  filter: RunFilter,
  patience: Patience,
  known: readonly number[] = [],
): Promise<Run | undefined> {
  for (let attempt = 1; ; attempt++) {
    const last = attempt >= patience.attempts;
    const found = await runs.list(workflowPath, filter).catch((error: unknown) => {
      if (last || !(error instanceof NoAnswer)) throw error;
      return [];
    });
    const run = found.find(({ id }) => !known.includes(id));
    if (run !== undefined || last) return run;
    await pause(patience.between, undefined, { signal: patience.signal });
  }
}
