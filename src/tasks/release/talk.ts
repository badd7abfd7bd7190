import { Interrupted } from '../../outside/terminal';
import { unlessAborted } from '../../outside/unless-aborted';
import type { Context } from '../command';
import type { Live } from '../live';
import type { Look } from '../look';

const SILENT: Live = { redraws: false, update: () => {}, end: () => {} };

/** What is said to people while it goes on; nothing where JSON is wanted, which is printed at the end. */
export class Talk {
  public constructor(private readonly context: Context, public readonly isSilent: boolean, private readonly signal: AbortSignal) {}

  public get isInterrupted(): boolean {
    return this.signal.aborted;
  }

  public get look(): Look {
    return this.context.look;
  }

  public say(text: string): void {
    if (!this.isSilent) this.context.tell(text);
  }

  public live(): Live {
    return this.isSilent ? SILENT : this.context.live();
  }

  /** Says what is waited for. @throws Interrupted */
  public async wait<T>(what: string, promise: Promise<T>): Promise<T> {
    return this.context.progress.one(what, this.unlessInterrupted(promise));
  }

  /** @throws Interrupted */
  public async unlessInterrupted<T>(promise: Promise<T>): Promise<T> {
    return unlessAborted(promise, this.signal, () => new Interrupted());
  }
}
