import type { IncomingMessage } from 'node:http';

/** Where GitHub's parts are for whoever asks. */
export interface Hosts {
  readonly api: string;
  readonly uploads: string;
  readonly web: string;
  /** Where logs lie, which is another host. */
  readonly blobs: string;
}

/** What gh takes for a GitHub without TLS; it reaches the fake as its proxy. @see cli/cli internal/ghinstance/host.go */
const LOCALHOST: Hosts = { api: 'http://api.github.localhost', uploads: 'http://uploads.github.localhost', web: 'http://github.localhost', blobs: 'http://blobs.localhost' };

export interface Address {
  readonly hosts: Hosts;
  readonly part: keyof Hosts;
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * Where a request goes: by the host of an absolute URI, as a proxy is asked, or by the path alone.
 *
 * On loopback all parts have one origin, and uploads begin with /uploads.
 */
export function addressOf({ url = '/', headers }: IncomingMessage): Address {
  const { host, pathname, searchParams: query } = new URL(url, `http://${headers.host}`);
  const proxied = (Object.keys(LOCALHOST) as (keyof Hosts)[]).find((part) => LOCALHOST[part] === `http://${host}`);
  if (proxied) return { hosts: LOCALHOST, part: proxied, path: pathname, query };
  const hosts = { api: `http://${host}`, uploads: `http://${host}/uploads`, web: `http://${host}`, blobs: `http://localhost:${host.split(':')[1]}/blobs` };
  if (pathname.startsWith('/blobs/') && host.startsWith('localhost:')) return { hosts, part: 'blobs', path: pathname, query };
  if (pathname.startsWith('/uploads/')) return { hosts, part: 'uploads', path: pathname.slice('/uploads'.length), query };
  return { hosts, part: /^\/(repos|installation|graphql|user)\b/.test(pathname) ? 'api' : 'web', path: pathname, query };
}
