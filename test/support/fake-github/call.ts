import type { IncomingMessage } from 'node:http';
import { Refusal } from './answers';
import type { Hosts } from './hosts';
import type { Repository } from './repository';
import type { Token } from './state';
import { json, message, type Reply } from '../github-answers';

/** A request that is about to be handled. */
export interface Call {
  readonly method: string;
  readonly hosts: Hosts;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  /** Undefined for an anonymous request. */
  readonly token: Token | undefined;
  /** By name, what the route's path holds. */
  readonly params: Readonly<Record<string, string>>;
  /** The JSON of the body; empty for other bodies. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A call of a route below /repos/OWNER/NAME. */
export interface RepositoryCall extends Call {
  readonly repository: Repository;
}

/** The page that was asked for, with `Link` as GitHub writes it. @see facts: no list gives more than 100 at once */
export function paged(call: Call, path: string, items: readonly unknown[]): Reply {
  const perPage = Math.min(Math.max(numberOf(call, 'per_page', 30), 1), 100);
  const page = Math.max(numberOf(call, 'page', 1), 1);
  const last = Math.ceil(items.length / perPage);
  const linkTo = (to: number, rel: string) => `<${call.hosts.api}${path}?per_page=${perPage}&page=${to}>; rel="${rel}"`;
  const links = [
    ...page > 1 ? [linkTo(page - 1, 'prev')] : [],
    ...page < last ? [linkTo(page + 1, 'next'), linkTo(last, 'last')] : [],
    ...page > 1 ? [linkTo(1, 'first')] : [],
  ];
  return json(200, items.slice((page - 1) * perPage, page * perPage), links.length ? { link: links.join(', ') } : {});
}

function numberOf(call: Call, name: string, fallback: number): number {
  return Number.parseInt(call.query.get(name) ?? '', 10) || fallback;
}

export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) { chunks.push(chunk as Buffer); }
  if (!chunks.length) return {};
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
  } catch {
    throw new Refusal(message(400, 'Problems parsing JSON'));
  }
}
