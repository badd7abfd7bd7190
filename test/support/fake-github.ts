import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { gitNotFound, notFound, type Reply } from './github-answers';

/** What a request must look like to get a reply; what is left out may be anything. */
export interface Match {
  readonly method?: string;
  /** Of the path after the API's root, with its query; a string must be equal. */
  readonly path?: string | RegExp;
  /** '' is a request without one. */
  readonly token?: string;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** From a bearer token or, as git sends it, a basic password. */
  readonly token: string;
  readonly headers: IncomingMessage['headers'];
}

/** A reply, or what makes one of a request. */
export type Answer = Reply | ((request: LoggedRequest) => Reply);

interface Rule {
  readonly match: Match;
  readonly replies: Answer[];
}

/**
 * GitHub on loopback: answers by path and token, keeps a log, and can be slow or silent.
 *
 * What nobody declared is not found, as on GitHub.
 */
export class FakeGitHub {
  public static async start(): Promise<FakeGitHub> {
    const github = new FakeGitHub();
    await new Promise<void>((resolve) => github.server.listen(0, '127.0.0.1', resolve));
    return github;
  }

  public readonly requests: LoggedRequest[] = [];
  /** The most requests that were open at one time. */
  public mostAtOnce = 0;
  private readonly rules: Rule[] = [];
  private readonly server: Server;
  private readonly waiting = new Set<() => void>();
  private open = 0;
  private heldUntil = 0;
  private freely = 0;

  private constructor() {
    this.server = createServer((request, response) => this.serve(request, response));
    // as a proxy, it lets nothing through
    this.server.on('connect', (request, socket) => socket.end(`HTTP/1.1 ${this.replyTo(this.log(request)).status} No\r\n\r\n`));
  }

  /** For GITHUB_SERVER_URL. */
  public get serverUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** For GITHUB_API_URL. */
  public get apiUrl(): string {
    return `${this.serverUrl}/api/v3`;
  }

  /** Several replies are given one after another; the last one stays. The latest rule that matches counts. */
  public on(match: Match, ...replies: Answer[]): void {
    this.rules.unshift({ match, replies });
  }

  /** No request is answered before this many are open at one time, but for some at the beginning. */
  public holdUntil(count: number, freely = 0): void {
    this.heldUntil = count;
    this.freely = freely;
  }

  /** Forgets rules and log, for the next test. */
  public reset(): void {
    this.rules.length = 0;
    this.requests.length = 0;
    this.mostAtOnce = 0;
    this.heldUntil = 0;
    this.freely = 0;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    const logged = this.log(request);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.open);
    response.on('close', () => this.open--);
    const reply = this.replyTo(logged);
    if (reply.hang) return;
    if (reply.cut) { response.destroy(); return; }
    const number = reply.stranger ? {} : { 'x-github-request-id': `FAKE:${this.requests.length}` };
    const send = () => response.writeHead(reply.status, { ...number, ...reply.headers }).end(reply.body);
    setTimeout(() => this.freely-- > 0 ? send() : this.whenEnoughAreOpen(send), reply.delay ?? 0);
  }

  private whenEnoughAreOpen(send: () => void): void {
    this.waiting.add(send);
    if (this.mostAtOnce < this.heldUntil) return;
    this.waiting.forEach((ready) => ready());
    this.waiting.clear();
  }

  private log(request: IncomingMessage): LoggedRequest {
    const logged = {
      method: request.method ?? '',
      path: (request.url ?? '').replace(/^\/api\/v3/, ''),
      token: tokenOf(request.headers.authorization ?? ''),
      headers: request.headers,
    };
    this.requests.push(logged);
    return logged;
  }

  private replyTo(request: LoggedRequest): Reply {
    const replies = this.rules.find((rule) => matches(rule.match, request))?.replies;
    if (!replies) return request.path.includes('.git/') ? gitNotFound() : notFound();
    const answer = replies.length > 1 ? replies.shift()! : replies[0];
    return typeof answer === 'function' ? answer(request) : answer;
  }
}

function matches(match: Match, request: LoggedRequest): boolean {
  const pathFits = match.path instanceof RegExp ? match.path.test(request.path) : request.path === (match.path ?? request.path);
  return pathFits && request.method === (match.method ?? request.method) && request.token === (match.token ?? request.token);
}

function tokenOf(authorization: string): string {
  const [scheme, value = ''] = authorization.split(' ');
  return /^basic$/i.test(scheme) ? Buffer.from(value, 'base64').toString().replace(/^[^:]*:/, '') : value;
}
