import type { LoggedRequest } from './log';
import type { Reply } from '../github-answers';

/** Which requests; what is left out may be anything. */
export interface Match {
  readonly method?: string;
  /** Found in the path with its query, as the log has it. */
  readonly path?: string | RegExp;
  /** Only this one of those that match from now on, beginning with 1. @default 1 */
  readonly nth?: number;
  /** So many of them, one after another. @default 1 */
  readonly times?: number;
}

export interface Fault {
  /**
   * What the request does all the same: nothing, everything, or, where it is an upload, it leaves an
   * asset that was never finished.
   *
   * @default - everything if only `call` is given, otherwise nothing
   */
  readonly effect?: 'none' | 'all' | 'starter';
  /** What is answered; `cut` closes the connection instead. @default - the true answer, a cut where there was no effect */
  readonly answer?: Reply | 'cut';
  /** Closes the connection when so many bytes of the body have come. */
  readonly cutAfterBytes?: number;
  /** Called before the answer, and after the effect. */
  readonly call?: (request: LoggedRequest) => void | Promise<void>;
}

/** Faults that wait for their requests. */
export class Faults {
  private readonly waiting: { readonly match: Match; readonly fault: Fault; seen: number }[] = [];

  public add(match: Match, fault: Fault): void {
    this.waiting.push({ match, fault, seen: 0 });
  }

  /** The fault of a request. Of several the first that was injected counts, and the others wait for the next one. */
  public of(request: LoggedRequest): Fault | undefined {
    let due: Fault | undefined;
    for (const injected of this.waiting.filter(({ match }) => fits(match, request))) {
      const isDue = isHit(injected.seen + 1, injected.match);
      if (isDue && due) continue;
      injected.seen++;
      if (isDue) { due = injected.fault; }
    }
    return due;
  }
}

function isHit(seen: number, { nth = 1, times = 1 }: Match): boolean {
  return seen >= nth && seen < nth + times;
}

function fits({ method, path = '' }: Match, request: LoggedRequest): boolean {
  return (method ?? request.method) === request.method && (typeof path === 'string' ? request.path.includes(path) : path.test(request.path));
}

export function effectOf(fault: Fault): 'none' | 'all' | 'starter' {
  return fault.effect ?? (fault.answer === undefined && fault.cutAfterBytes === undefined ? 'all' : 'none');
}
