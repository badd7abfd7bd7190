import { Refusal } from './answers';
import { primaryRateLimit } from '../github-answers';

const LIMIT = 5000;

/** Primary rate limits: what each token may still ask. */
export class Limits {
  private readonly left = new Map<string, { remaining: number; reset: number }>();

  /** @param reset seconds since 1970 */
  public set(token: string, remaining: number, reset: number): void {
    this.left.set(token, { remaining, reset });
  }

  /**
   * The headers of the answer to a request that costs so much.
   *
   * @throws Refusal where there is not so much left
   */
  public take(token: string, cost: number): Readonly<Record<string, string>> {
    const left = this.left.get(token) ?? { remaining: LIMIT, reset: Math.ceil(Date.now() / 1000) + 3600 };
    if (left.remaining < cost) throw new Refusal(primaryRateLimit(left.reset));
    left.remaining -= cost;
    this.left.set(token, left);
    return {
      'x-ratelimit-limit': String(LIMIT),
      'x-ratelimit-remaining': String(left.remaining),
      'x-ratelimit-used': String(LIMIT - left.remaining),
      'x-ratelimit-reset': String(left.reset),
      'x-ratelimit-resource': 'core',
    };
  }
}
