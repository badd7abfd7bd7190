import type { IncomingMessage } from 'node:http';
import { requireRight, requireVisible } from './access';
import { readJson, tokenValueOf } from './call';
import { graphql } from './graphql';
import type { Address } from './hosts';
import type { LoggedRequest } from './log';
import { routeOf } from './routes';
import { blob } from './routes/blobs';
import { download } from './routes/downloads';
import { page } from './routes/pages';
import type { Token } from './state';
import type { World } from './world';
import { badCredentials, json, message, notFound, type Reply } from '../github-answers';

/** An upload counts as two requests. @see softprops/action-gh-release#261 */
const COSTS: Readonly<Record<Address['part'], number>> = { api: 1, uploads: 2, web: 0, blobs: 0 };

/** Answers a request as GitHub would; what it throws beside a Refusal is a mistake of the fake, or a client that has gone. */
export async function dispatch(world: World, request: IncomingMessage, address: Address, logged: LoggedRequest): Promise<Reply> {
  if (address.part === 'blobs') return blob(world, address.path, request);
  if (logged.token === 'unknown') return badCredentials();
  const value = tokenValueOf(request);
  const token = world.tokens.get(value);
  if (address.part === 'web') return page(world, address, token) ?? download(world, address, token);
  const limits = world.limits.take(value, COSTS[address.part]);
  const reply = await answer(world, request, address, logged, token);
  return { ...reply, headers: { ...limits, ...token?.kind === 'classic' && { 'x-oauth-scopes': 'repo' }, ...token?.expires !== undefined && { 'github-authentication-token-expiration': token.expires }, ...reply.headers } };
}

async function answer(world: World, request: IncomingMessage, address: Address, logged: LoggedRequest, token: Token | undefined): Promise<Reply> {
  const method = request.method === 'HEAD' ? 'GET' : request.method!;
  if (address.path === '/installation/repositories') return installation(token);
  if (address.path === '/graphql') return graphql(world, address.hosts, token, await loggedBody(request, logged));
  const found = routeOf(method, address.part, address.path);
  if (!found) return notFound();
  const { route, params } = found;
  const repository = requireVisible(token, world.repositories.get(`${params.owner}/${params.name}`));
  repository.remote?.receive();
  requireRight(token, repository, route.permission);
  const body = address.part === 'uploads' || method === 'GET' ? {} : await loggedBody(request, logged);
  return route.handle({ method, hosts: address.hosts, query: address.query, request, token, params, body, repository });
}

async function loggedBody(request: IncomingMessage, logged: LoggedRequest): Promise<Readonly<Record<string, unknown>>> {
  const body = await readJson(request);
  logged.body = body;
  return body;
}

function installation(token: Token | undefined): Reply {
  const installed = token?.kind === 'workflow' || token?.kind === 'app';
  return installed ? json(200, { total_count: 0, repositories: [] }) : message(403, 'You must authenticate with an installation access token');
}
