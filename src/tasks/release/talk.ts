import { Interrupted } from '../../outside/terminal';
import { SIGNS } from '../../text/signs';
import type { Context } from '../command';
import type { Live } from '../live';

/** Milliseconds after which a wait is worth a line. */
const NOTICED = 1000;

const SILENT: Live = { redraws: false, update: () => {}, end: () => {} };

/** What is said to people while it goes on; nothing where JSON is wanted, which is printed at the end. */
export class Talk {
  public readonly width: number;

  public constructor(private readonly context: Pick<Context, 'print' | 'look' | 'live'>, public readonly isSilent: boolean, private readonly signal: AbortSignal) {
    this.width = context.look.width;
  }

  public get isInterrupted(): boolean {
    return this.signal.aborted;
  }

  public say(text: string): void {
    if (!this.isSilent) this.context.print(text);
  }

  public live(): Live {
    return this.isSilent ? SILENT : this.context.live();
  }

  /** Says, if it takes its time, what is waited for. @throws Interrupted */
  public async wait<T>(what: string, promise: Promise<T>): Promise<T> {
    const live = this.live();
    const timer = setTimeout(() => live.update([`${SIGNS.running} ${what}`]), NOTICED);
    try {
      return await this.unlessInterrupted(promise);
    } finally {
      clearTimeout(timer);
      if (live.redraws) live.update([]);
      live.end();
    }
  }

  /** @throws Interrupted */
  public async unlessInterrupted<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this;
    return new Promise((resolve, reject) => {
      if (signal.aborted) reject(new Interrupted());
      signal.addEventListener('abort', () => reject(new Interrupted()), { once: true });
      promise.then(resolve, reject);
    });
  }
}
