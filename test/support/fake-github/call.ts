import type { IncomingMessage } from 'node:http';
import { Refusal } from './answers';
import type { Hosts } from './hosts';
import type { Repository } from './repository';
import type { Token } from './state';
import { json, message, type Reply } from '../github-answers';

/** A request of a route below /repos/OWNER/NAME. */
export interface Call {
  readonly method: string;
  readonly repository: Repository;
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

/** The page that was asked for, of 100 at most, with `Link` as GitHub writes it. @see https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export function paged(call: Call, path: string, items: readonly unknown[]): Reply {
  return pagedAs(call, path, undefined, items);
}

/** The same for a list that is a field of an object, beside its length. */
export function pagedAs(call: Call, path: string, key: string | undefined, items: readonly unknown[]): Reply {
  const perPage = Math.min(Math.max(numberOf(call, 'per_page', 30), 1), 100);
  const page = Math.max(numberOf(call, 'page', 1), 1);
  const last = Math.ceil(items.length / perPage);
  const linkTo = (to: number, rel: string) => `<${call.hosts.api}${path}?per_page=${perPage}&page=${to}>; rel="${rel}"`;
  const links = [
    ...page > 1 ? [linkTo(page - 1, 'prev')] : [],
    ...page < last ? [linkTo(page + 1, 'next'), linkTo(last, 'last')] : [],
    ...page > 1 ? [linkTo(1, 'first')] : [],
  ];
  const shown = items.slice((page - 1) * perPage, page * perPage);
  return json(200, key === undefined ? shown : { total_count: items.length, [key]: shown }, links.length ? { link: links.join(', ') } : {});
}

/** From `Bearer X`, or `token X` as gh writes it. */
export function tokenValueOf({ headers: { authorization = '' } }: IncomingMessage): string {
  return authorization.replace(/^\w+ /, '');
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
