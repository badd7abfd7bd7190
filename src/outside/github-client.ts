import { Buffer } from 'node:buffer';
import { fields, isFields, text } from './data';
import { Deadline } from './deadline';
import { loadOctokit } from './load-octokit';
import { textEnd } from './text-end';
import { count } from '../text/words';

type Octokit = InstanceType<Awaited<ReturnType<typeof loadOctokit>>>;

export interface GitHub {
  /** Whether it is asked without credentials. */
  readonly anonymous: boolean;
  /** Asks the API, once for each path and media type however often it is called. */
  get(path: string, accept?: string): Promise<Answer>;
  /** Has notes made for a release that is not: they are kept nowhere, and GitHub asks for the right to write all the same. */
  notes(repository: string): Promise<Answer>;
  /** Asks what git itself would ask of a repository (`owner/name`). */
  git(repository: string): Promise<Answer>;
}

export type Answer = Reply | Silence;

/** An answer that has to do with what was asked. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the body holds: JSON read, all else as text. Nobody has looked at it yet. */
  readonly data: unknown;
}

/** No answer, or one that would be the same whatever was asked: the network, a rate limit, trouble at GitHub. */
export interface Silence {
  readonly kind: 'silence';
  /** A phrase. */
  readonly reason: string;
  /** What to do, whole sentences. */
  readonly fix: string;
}

export interface ClientOptions {
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** '' for none. */
  readonly token: string;
  readonly deadline: Deadline;
}

/** Answers that another attempt would not change; rate limits are the throttling's to judge. */
const FINAL = [400, 401, 403, 404, 409, 410, 422, 429, 451];
/** Milliseconds before the one attempt after trouble; the plugin multiplies them. */
const PAUSE = 250;
/** Seconds to leave for the answer, where it pays to wait for GitHub. */
const MARGIN = 2;

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Asks GitHub, and each question once. */
export class GitHubClient implements GitHub {
  public readonly anonymous: boolean;
  private readonly answers = new Map<string, Promise<Answer>>();
  private octokit: Promise<Octokit> | undefined;

  public constructor(private readonly options: ClientOptions) {
    this.anonymous = options.token === '';
  }

  public get(path: string, accept = 'application/vnd.github+json'): Promise<Answer> {
    return this.once(`${accept} ${path}`, async () => this.request('GET', path, { headers: { accept } }));
  }

  public notes(repository: string): Promise<Answer> {
    const path = `/repos/${repository}/releases/generate-notes`;
    return this.once(`notes ${path}`, async () => this.request('POST', path, { tag_name: 'tag-build-doctor' }));
  }

  public git(repository: string): Promise<Answer> {
    return this.once(`git ${repository}`, async () => this.advertisement(repository));
  }

  /** Asks for what changes: anew each time, and with a deadline of its own. */
  public async anew(path: string, accept?: string): Promise<Answer> {
    return this.another().get(path, accept);
  }

  /** The end of a text that GitHub keeps elsewhere, at most so many bytes. The token is for GitHub alone. */
  public async end(path: string, most: number): Promise<Answer> {
    const another = this.another();
    return another.inTime(another.redirectedEnd(path, most));
  }

  /** Has something done, with a deadline of its own; once only, since after trouble it may be done all the same. */
  public async post(path: string, body: object = {}): Promise<Answer> {
    const another = this.another();
    return another.inTime(another.request('POST', path, { ...body, request: { retries: 0 } }));
  }

  private another(): GitHubClient {
    return new GitHubClient({ ...this.options, deadline: new Deadline(this.options.deadline.seconds) });
  }

  private once(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    const answer = this.answers.get(question) ?? this.inTime(ask());
    this.answers.set(question, answer);
    return answer;
  }

  private inTime(answer: Promise<Answer>): Promise<Answer> {
    const { deadline } = this.options;
    return deadline.or(answer, tooLate(deadline));
  }

  private async request(method: 'GET' | 'POST', url: string, parameters: object): Promise<Answer> {
    this.octokit ??= this.connect();
    try {
      const octokit = await this.octokit;
      const { status, headers, data } = await octokit.request({ method, url, ...parameters, baseUrl: this.options.apiUrl });
      return { kind: 'reply', status, headers: headersOf(headers), data: decoded(data) };
    } catch (error) {
      return this.afterError(error);
    }
  }

  private async connect(): Promise<Octokit> {
    const { token, deadline } = this.options;
    const Client = await loadOctokit();
    return new Client({
      ...token && { auth: token },
      userAgent: 'projen-tag-build',
      log: quiet,
      request: { signal: deadline.signal },
      retry: { doNotRetry: FINAL, retries: 1, retryAfterBaseValue: PAUSE },
      throttle: { onRateLimit: worthWaiting(deadline), onSecondaryRateLimit: worthWaiting(deadline) },
    });
  }

  private afterError(error: unknown): Answer {
    const { response } = fields(error);
    if (!isFields(response)) {
      return this.options.deadline.signal.aborted ? tooLate(this.options.deadline) : unreachable(this.options.apiUrl, error);
    }
    const status = Number(response.status);
    const headers = headersOf(fields(response.headers));
    if (isRateLimit(status, headers, text(fields(response.data).message))) {
      return limited(headers);
    }
    return status >= 500 ? trouble(status) : { kind: 'reply', status, headers, data: decoded(response.data) };
  }

  private async redirectedEnd(path: string, most: number): Promise<Answer> {
    const answer = await this.request('GET', path, { request: { redirect: 'manual' } });
    if (answer.kind === 'silence' || !answer.headers.location) {
      return answer;
    }
    const { apiUrl, deadline } = this.options;
    const { location } = answer.headers;
    // as a browser takes it
    const url = URL.canParse(location, apiUrl) ? new URL(location, apiUrl) : undefined;
    if (!url) {
      return { kind: 'reply', status: 404, headers: {}, data: '' };
    }
    try {
      const { status, text: data } = await textEnd(url.href, most, deadline.signal);
      return status >= 500 ? trouble(status) : { kind: 'reply', status: status === 206 ? 200 : status, headers: {}, data };
    } catch (error) {
      return unreachable(url.origin, error);
    }
  }

  /** Not followed elsewhere: the token is for GitHub. */
  private async advertisement(repository: string): Promise<Answer> {
    const { serverUrl, token, deadline: { signal } } = this.options;
    const authorization = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
    try {
      const url = `${serverUrl}/${repository}.git/info/refs?service=git-upload-pack`;
      const response = await fetch(url, { signal, redirect: 'manual', headers: token ? { authorization } : {} });
      const data = response.ok ? '' : await response.text();
      return { kind: 'reply', status: response.status, headers: Object.fromEntries(response.headers), data };
    } catch (error) {
      return unreachable(serverUrl, error);
    }
  }
}

/** Whether to wait as long as GitHub asks for: once, and if there is time. */
function worthWaiting(deadline: Deadline) {
  return (seconds: number, _request: object, _octokit: object, attempts: number) => attempts === 0 && seconds + MARGIN < deadline.left;
}

function headersOf(headers: object): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function decoded(data: unknown): unknown {
  return data instanceof ArrayBuffer ? Buffer.from(data).toString() : data;
}

/** As the guard tells it. */
function isRateLimit(status: number, headers: Readonly<Record<string, string>>, message: string): boolean {
  return status === 429 || status === 403 && (headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers || message.includes('rate limit'));
}

function limited(headers: Readonly<Record<string, string>>): Silence {
  const after = headers['retry-after'] === undefined ? Number(headers['x-ratelimit-reset']) * 1000 : Date.now() + Number(headers['retry-after']) * 1000;
  const time = Number.isFinite(after) ? `after ${new Date(after).toISOString().slice(11, 16)} UTC` : 'in some minutes';
  return silence('GitHub limits the rate of requests', `Try again ${time}.`);
}

function trouble(status: number): Silence {
  return silence(`GitHub has trouble of its own (${status})`, 'See https://www.githubstatus.com, and try again later.');
}

function tooLate({ seconds }: Deadline): Silence {
  return silence(`no answer within ${count(seconds, 'second', 'seconds')}`, 'Try again; where GitHub is slow, the doctor takes a higher --timeout.');
}

function unreachable(url: string, error: unknown): Silence {
  const why = rootOf(error);
  return silence(`GitHub could not be reached at ${url}${why && ` (${why})`}`, 'See whether you are online; behind a proxy set NODE_USE_ENV_PROXY=1.');
}

/** "fetch failed" says nothing; what lies under it does. */
function rootOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return '';
  }
  return error.cause instanceof Error ? rootOf(error.cause) : error.message || text(fields(error).code);
}

function silence(reason: string, fix: string): Silence {
  return { kind: 'silence', reason, fix };
}
