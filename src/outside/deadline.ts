/** A moment after which nobody waits any longer. */
export class Deadline {
  /** Aborts at that moment. */
  public readonly signal: AbortSignal;
  private readonly end: number;
  private readonly passed: Promise<void>;

  public constructor(public readonly seconds: number) {
    this.end = Date.now() + seconds * 1000;
    this.signal = AbortSignal.timeout(seconds * 1000);
    this.passed = new Promise((resolve) => this.signal.addEventListener('abort', () => resolve()));
  }

  /** Seconds that are left. */
  public get left(): number {
    return Math.max(0, (this.end - Date.now()) / 1000);
  }

  /** The value, or what stands for it where it does not come in time. */
  public async or<T>(promise: Promise<T>, late: T): Promise<T> {
    return Promise.race([promise, this.passed.then(() => late)]);
  }
}
