/** What a look-up found. */
export type Verdict = Found | Lacking;

export interface Found {
  readonly status: 'ok';
  /** A phrase. */
  readonly detail: string;
}

/** `missing`: a tag would fail for it. `unknown`: nobody can say from here, and the detail says why. */
export interface Lacking {
  readonly status: 'missing' | 'unknown';
  /** A phrase. */
  readonly detail: string;
  /** What to do, whole sentences. */
  readonly fix: string;
}

export type Status = Verdict['status'];

export function ok(detail: string): Verdict {
  return { status: 'ok', detail };
}

export function missing(detail: string, fix: string): Verdict {
  return { status: 'missing', detail, fix };
}

export function unknown(detail: string, fix: string): Verdict {
  return { status: 'unknown', detail, fix };
}

/** Thrown by a look-up that cannot go on; whoever runs it makes it an `unknown`. */
export class CannotTell extends Error {
  /**
   * @param reason a phrase
   * @param fix whole sentences
   */
  public constructor(public readonly reason: string, public readonly fix: string) {
    super(reason);
  }
}
