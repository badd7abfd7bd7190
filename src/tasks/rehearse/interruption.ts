import type { EventEmitter } from 'node:events';
import { endTree } from '../../outside/process-tree';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Lets a command clean up when it is told to end, and ends first what it has started. */
export class Interruption {
  private readonly controller = new AbortController();
  private pid: number | undefined;
  private ending: Promise<void> | undefined;
  private readonly listener: () => void;

  public constructor(private readonly signals: EventEmitter) {
    this.listener = () => this.interrupt();
    SIGNALS.forEach((signal) => signals.on(signal, this.listener));
  }

  public get happened(): boolean {
    return this.signal.aborted;
  }

  /** Aborts when it happens. */
  public get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** To be ended with all that it begins. */
  public guard(pid: number): void {
    this.pid = pid;
    if (this.happened) this.interrupt();
  }

  /** Waits until everything has ended, and hears no more. */
  public async close(): Promise<void> {
    await this.ending;
    SIGNALS.forEach((signal) => this.signals.off(signal, this.listener));
  }

  private interrupt(): void {
    this.controller.abort();
    if (this.pid !== undefined) this.ending ??= endTree(this.pid);
  }
}
