import type { Incoming } from './http';

/** Milliseconds after a limit that does not say how long it holds. GitHub asks for a minute, and for more each time. */
const UNSAID = 60_000;

/** Whether GitHub refused because it is asked too often. Such a request had no effect. */
export function isRateLimit({ status, headers, text }: Incoming): boolean {
  return status === 429
    || status === 403 && ('retry-after' in headers || headers['x-ratelimit-remaining'] === '0' || /rate limit|abuse detection/i.test(text));
}

/**
 * Milliseconds to wait after such an answer.
 *
 * @param nth how many of them came before, one after another
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function pauseAfterLimit({ headers }: Incoming, nth: number, now: number): number {
  // whoever goes on asking too early may be shut out
  const least = 1000 * 2 ** nth;
  const after = numberIn(headers['retry-after']);
  if (after !== undefined) {
    return Math.max(after * 1000, least);
  }
  const reset = numberIn(headers['x-ratelimit-reset']);
  return headers['x-ratelimit-remaining'] === '0' && reset !== undefined
    ? Math.max(reset * 1000 - now + 1000, least)
    : UNSAID * 2 ** nth;
}

/** Milliseconds before a request that failed is made again: 1, 2, 4, 8 seconds. */
export function pauseAfterTrouble(nth: number): number {
  return 1000 * 2 ** nth;
}

function numberIn(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,12}$/.test(header) ? Number(header) : undefined;
}
