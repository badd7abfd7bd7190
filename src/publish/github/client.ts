import { type Answer, answerOf } from './answer';
import { Disconnected, type Incoming, type Outgoing, send } from './http';
import { limited, trouble, unreachable } from './refusals';
import { unexpected } from './shapes';
import { isRateLimit, pauseAfterLimit, pauseAfterTrouble } from './waiting';
import type { Clock } from '../clock';
import { Failure, log, type Message } from '../report';

/** A request that may or may not have had its effect. Whoever made it looks at what is there. */
export class Uncertain extends Error {
  public constructor(public readonly why: string, public readonly problem: Message) {
    super(why);
  }
}

export interface ClientOptions {
  readonly apiUrl: string;
  readonly token: string;
  readonly clock: Clock;
  /** Minutes that the command waits altogether because GitHub asks for it; the job has to last longer. */
  readonly patience: number;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** How often a request is made that meets trouble. */
const TRIES = 5;
/** Of 100 each: GitHub lists 10,000 releases at most. */
const MOST_PAGES = 100;

/** Asks the API of GitHub with one token, which is sent nowhere else. */
export class GitHub {
  public readonly clock: Clock;
  private readonly api: URL;
  private waited = 0;

  public constructor(private readonly options: ClientOptions) {
    this.clock = options.clock;
    this.api = new URL(options.apiUrl);
  }

  /**
   * Asks one thing, as often as it takes.
   *
   * @param path below the API, such as `/repos/acme/app`
   * @throws Uncertain where a POST or PATCH may have had its effect
   */
  public async ask(method: Method, path: string, body?: object): Promise<Answer> {
    return this.request(method, this.urlFor(path), { text: body && JSON.stringify(body) });
  }

  /** All items of a list, page after page. */
  public async all(path: string, refused: (answer: Answer) => Error): Promise<unknown[]> {
    const items: unknown[] = [];
    let url: URL | undefined = this.urlFor(`${path}?per_page=100`);
    for (let page = 1; url; page++) {
      const answer: Answer = await this.request('GET', url, {});
      if (answer.status !== 200) {
        throw refused(answer);
      }
      if (!Array.isArray(answer.data) || page > MOST_PAGES) {
        return unexpected(`${path} is no list of at most ${MOST_PAGES} pages`);
      }
      answer.data.forEach((item) => items.push(item));
      url = this.nextPage(answer);
    }
    return items;
  }

  /**
   * Uploads a file.
   *
   * @param template the `upload_url` of a release, which ends in `{?name,label}`
   * @throws Uncertain where it may have arrived all the same
   */
  public async upload(template: string, file: { readonly name: string; readonly path: string; readonly size: number }): Promise<Answer> {
    const url = urlOf(template.replace(/\{.*$/, ''));
    if (url.origin !== this.api.origin && url.origin !== this.api.origin.replace('//api.', '//uploads.')) {
      return unexpected(`files would be uploaded to ${url.origin}, which is not GitHub's`);
    }
    url.searchParams.set('name', file.name);
    return this.request('POST', url, { file: file.path, headers: { 'content-type': 'application/octet-stream', 'content-length': file.size } });
  }

  /** Waits before a request whose fate is unknown is made again; gives up after some, and at once for any other error. */
  public async afterTrouble(error: unknown, nth: number): Promise<void> {
    if (!(error instanceof Uncertain)) {
      throw error;
    }
    if (nth + 1 >= TRIES) {
      throw new Failure([error.problem]);
    }
    await this.wait(pauseAfterTrouble(nth), error.why);
  }

  /** Waits because GitHub asks for it; no longer than makes sense. */
  public async wait(milliseconds: number, why: string): Promise<void> {
    this.waited += milliseconds;
    if (this.waited > this.options.patience * 60_000) {
      throw limited(this.clock.now() + milliseconds, this.options.patience);
    }
    log(`${why}: waiting ${Math.ceil(milliseconds / 1000)} s.`);
    await this.clock.sleep(milliseconds);
  }

  private async request(method: Method, url: URL, content: Pick<Outgoing, 'text' | 'file'> & Partial<Pick<Outgoing, 'headers'>>): Promise<Answer> {
    const outgoing = { ...content, method, url, headers: { ...this.headers(content.text), ...content.headers } };
    const repeatable = method === 'GET' || method === 'DELETE';
    for (let troubles = 0, limits = 0; ;) {
      const result = await attempt(outgoing);
      if (result.answer && isRateLimit(result.answer)) {
        await this.wait(pauseAfterLimit(result.answer, limits++, this.clock.now()), 'GitHub limits the rate of requests');
      } else if (result.answer) {
        return answerOf(result.answer);
      } else if (!repeatable && result.mayHaveArrived) {
        throw new Uncertain(result.why, result.problem);
      } else if (++troubles === TRIES) {
        throw new Failure([result.problem]);
      } else {
        await this.wait(pauseAfterTrouble(troubles - 1), result.why);
      }
    }
  }

  private urlFor(path: string): URL {
    return new URL(this.api.href.replace(/\/$/, '') + path);
  }

  private headers(text: string | undefined): Record<string, string | number> {
    return {
      'accept': 'application/vnd.github+json',
      'authorization': `Bearer ${this.options.token}`,
      'user-agent': 'projen-tag-build',
      'x-github-api-version': '2022-11-28',
      ...text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
    };
  }

  private nextPage({ headers: { link = '' } }: Answer): URL | undefined {
    const next = /<([^<>]+)>; *rel="next"/.exec(link)?.[1];
    if (next === undefined) {
      return undefined;
    }
    const url = urlOf(next);
    return url.origin === this.api.origin ? url : unexpected(`the next page is at ${url.origin}, which is not its API`);
  }
}

type Attempt =
  | { readonly answer: Incoming }
  | { readonly answer?: undefined; readonly why: string; readonly problem: Message; readonly mayHaveArrived: boolean };

async function attempt(outgoing: Outgoing): Promise<Attempt> {
  try {
    const answer = await send(outgoing);
    if (answer.status < 500) {
      return { answer };
    }
    const why = `${outgoing.url.host} answered ${answer.status}`;
    return { why, problem: trouble(why), mayHaveArrived: true };
  } catch (error) {
    if (!(error instanceof Disconnected)) {
      throw error;
    }
    const why = `No answer came from ${outgoing.url.host} (${error.message})`;
    return { why, problem: unreachable(why), mayHaveArrived: error.connected };
  }
}

/** An address that an answer names. */
function urlOf(text: string): URL {
  return URL.canParse(text) ? new URL(text) : unexpected(`'${text}' is no address`);
}
