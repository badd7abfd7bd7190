import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from './answers';
import { tokenValueOf, type Call } from './call';
import { dispatch } from './dispatch';
import { effectOf, Faults, type Fault, type Match } from './faults';
import { addressOf, type Address } from './hosts';
import { Limits } from './limits';
import type { LoggedRequest } from './log';
import { Repository, type RepositoryOptions } from './repository';
import { routeOf } from './routes';
import { addStarter } from './routes/assets';
import { findRelease } from './routes/releases';
import type { Token } from './state';
import type { World } from './world';
import { message, type Reply } from '../github-answers';

export interface FakeOptions {
  /** Of larger assets only size and digest are kept. @default 1 MiB */
  readonly keptBytes?: number;
}

/**
 * GitHub on loopback, as far as releases and runs of workflows go: it has a state, and behaves as the real one is known to.
 *
 * Tests prepare repositories and tokens, let faults happen, and look at the state and at the log. It
 * answers under one origin, and as the proxy of gh for github.localhost.
 */
export class FakeReleaseGitHub implements World {
  public static async start(options: FakeOptions = {}): Promise<FakeReleaseGitHub> {
    const github = new FakeReleaseGitHub(options.keptBytes ?? 1024 * 1024);
    await new Promise<void>((resolve) => github.server.listen(0, '127.0.0.1', resolve));
    return github;
  }

  public readonly log: LoggedRequest[] = [];
  public readonly tokens = new Map<string, Token>();
  public readonly repositories = new Map<string, Repository>();
  public readonly limits = new Limits();
  private readonly faults = new Faults();
  private readonly server: Server;
  private id = 1000;

  private constructor(private readonly keptBytes: number) {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  /** For GITHUB_API_URL, GITHUB_SERVER_URL and HTTP_PROXY. */
  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public addRepository(name: string, options: RepositoryOptions = {}): Repository {
    const repository = new Repository(name, () => ++this.id, this.keptBytes, options);
    this.repositories.set(name, repository);
    return repository;
  }

  public repository(name: string): Repository {
    return this.repositories.get(name)!;
  }

  public addToken(value: string, token: Token): void {
    this.tokens.set(value, token);
  }

  /** Lets something go wrong, once, at a request that is yet to come. */
  public inject(match: Match, fault: Fault): void {
    this.faults.add(match, fault);
  }

  /** From now on a change is in the lists of releases only after so many requests for them. */
  public lag(requests: number): void {
    this.repositories.forEach((repository) => repository.lagBy(requests));
  }

  /** How much a token may still ask until `reset`, in seconds since 1970. Others may ask without end. */
  public allow(token: string, remaining: number, reset: number): void {
    this.limits.set(token, remaining, reset);
  }

  public async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = addressOf(request);
    const logged = this.logged(request, address);
    request.on('data', (chunk: Buffer) => { logged.bytes += chunk.length; }).pause();
    request.on('error', () => { /* whoever asked has gone */ });
    const fault = this.faults.of(logged);
    const reply = await this.replyWith(fault, request, address, logged);
    await fault?.call?.(logged);
    if (reply === 'cut') {
      request.socket.destroy();
      return;
    }
    logged.status = reply.status;
    response.writeHead(reply.status, { 'x-github-request-id': `FAKE:${logged.number}`, ...reply.headers }).end(reply.body);
  }

  private async replyWith(fault: Fault | undefined, request: IncomingMessage, address: Address, logged: LoggedRequest): Promise<Reply | 'cut'> {
    const effect = fault ? effectOf(fault) : 'all';
    if (effect === 'starter') { this.leaveStarter(request, address); }
    if (fault?.cutAfterBytes !== undefined) {
      await readBytes(request, fault.cutAfterBytes);
      return 'cut';
    }
    const reply = effect === 'all' ? await this.reply(request, address, logged) : 'cut';
    // read to its end, so that nobody sees a reset instead of the answer; unless nobody could send as much
    if (Number(request.headers['content-length'] ?? 0) < 2 ** 31) { await readBytes(request, Infinity); }
    return fault?.answer ?? reply;
  }

  private async reply(request: IncomingMessage, address: Address, logged: LoggedRequest): Promise<Reply | 'cut'> {
    try {
      return await dispatch(this, request, address, logged);
    } catch (error) {
      if (error instanceof Refusal) return error.reply;
      return request.destroyed && !request.complete ? 'cut' : message(500, String((error as Error).stack));
    }
  }

  private leaveStarter(request: IncomingMessage, { hosts, query, path }: Address): void {
    const params = routeOf('POST', 'uploads', path)!.params;
    const repository = this.repository(`${params.owner}/${params.name}`);
    const call: Call = { method: 'POST', hosts, query, request, token: this.tokens.get(tokenValueOf(request)), params, body: {}, repository };
    addStarter(call, findRelease(call));
  }

  private logged(request: IncomingMessage, { part, path, query }: Address): LoggedRequest {
    const value = tokenValueOf(request);
    const { authorization, ...headers } = request.headers;
    const logged: LoggedRequest = {
      number: this.log.length + 1,
      method: request.method!,
      part,
      path: query.size ? `${path}?${query.toString()}` : path,
      headers: { ...headers, ...authorization !== undefined && { authorization: '***' } },
      token: value ? this.tokens.get(value)?.kind ?? 'unknown' : 'none',
      bytes: 0,
      status: 0,
    };
    this.log.push(logged);
    return logged;
  }
}

/** Reads so many bytes of what is still to come, or all. */
async function readBytes(request: IncomingMessage, most: number): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  let bytes = 0;
  await new Promise<void>((resolve) => {
    request.on('data', (chunk: Buffer) => { if ((bytes += chunk.length) >= most) resolve(); }).on('end', resolve).on('close', resolve).resume();
  });
}
