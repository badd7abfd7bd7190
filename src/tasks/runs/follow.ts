import { setTimeout as pause } from 'node:timers/promises';
import { type Moment, runLines } from './lines';
import type { Patience } from './patience';
import { NoAnswer, type Run, type RunJob, type Runs } from './run';
import { unlessAborted } from '../../outside/unless-aborted';
import type { Live } from '../live';

/** A run that goes on, though nobody follows it any more. */
export class LostRun extends Error {
  public constructor(run: Run, why: string) {
    super(`run ${run.id} goes on, but is no longer followed: ${why}\nSee ${run.url}, or follow it by "gh run watch ${run.id}".`);
  }
}

/** Milliseconds; no pause grows longer. */
const LONGEST = 60_000;

/**
 * Follows a run until it is done, also where it is run again in the middle.
 *
 * @throws LostRun where GitHub does not show it any more, or the signal of patience says that nobody waits
 */
export async function follow(runs: Runs, run: Run, live: Live, patience: Patience): Promise<{ run: Run; jobs: RunJob[] }> {
  const following = new Following(runs, run, patience);
  try {
    for (;;) {
      await following.look();
      live.update(runLines(following.moment, patience, live.redraws));
      if (following.isOver) {
        return following.moment;
      }
      await following.pause();
    }
  } finally {
    live.end();
  }
}

class Following {
  public moment: Moment;
  private lost = 0;
  private ended = 0;

  public constructor(private readonly runs: Runs, run: Run, private readonly patience: Patience) {
    this.moment = { run, jobs: [], looks: new Map(), awaited: [], trouble: '', wait: patience.between };
  }

  /** GitHub may call a run done a little before the last of its jobs. */
  public get isOver(): boolean {
    const { run, jobs } = this.moment;
    return run.status === 'done' && (jobs.every(({ status }) => status === 'done') || this.ended > 1);
  }

  /** What GitHub shows now; where it gives no answer, what it showed before. */
  public async look(): Promise<void> {
    const { between, retries } = this.patience;
    try {
      this.moment = { ...await this.orEnd(this.asked()), trouble: '', wait: between };
      this.lost = 0;
      this.ended = this.moment.run.status === 'done' ? this.ended + 1 : 0;
    } catch (error) {
      if (error instanceof LostRun) throw error;
      if (!(error instanceof NoAnswer) || ++this.lost > retries) {
        throw new LostRun(this.moment.run, (error as Error).message);
      }
      this.moment = { ...this.moment, trouble: error.reason, wait: Math.min(between * 2 ** this.lost, LONGEST) };
    }
  }

  public async pause(): Promise<void> {
    await this.orEnd(pause(this.moment.wait, undefined, { signal: this.patience.signal }));
  }

  private async asked(): Promise<Omit<Moment, 'trouble' | 'wait'>> {
    const run = await this.runs.read(this.moment.run.id);
    const jobs = await this.runs.jobs(run);
    const idle = jobs.length ? jobs.filter(({ status }) => status === 'waiting') : [run];
    const looks = new Map(idle.map(({ id }) => [id, (this.moment.looks.get(id) ?? 0) + 1]));
    // most jobs that wait are taken by a runner before the next look
    const awaited = [...looks.values()].some((times) => times > 1) ? await this.runs.awaited(run) : [];
    return { run, jobs, looks, awaited };
  }

  /** @throws LostRun as soon as nobody waits any more */
  private async orEnd<T>(promise: Promise<T>): Promise<T> {
    return unlessAborted(promise, this.patience.signal, () => new LostRun(this.moment.run, 'it was interrupted here'));
  }
}
