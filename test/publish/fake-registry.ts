import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the registry answers; each test says its own. */
export interface Registry {
  /** Versions that are public, with the sum of each. */
  readonly published?: Readonly<Record<string, string>>;
  /** What sending a version is answered. */
  readonly onPublish?: Answer;
  /** Whether a version that was sent is public although the answer says otherwise. */
  readonly answerIsLost?: boolean;
  /** What asking for the package is answered instead. */
  readonly onView?: Answer;
  /** Whether GitHub's token is exchanged for one of the registry. */
  readonly trusts?: boolean;
}

/** What was sent to the registry, and by whom. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: any;
}

export interface RunningRegistry {
  readonly url: string;
  readonly sent: readonly Sent[];
  close(): Promise<void>;
}

const PACKAGE = '@acme/thing';

/** A registry with one package, and GitHub's issuer of tokens, on loopback. */
export async function startRegistry(registry: Registry): Promise<RunningRegistry> {
  const sent: Sent[] = [];
  const published = { ...registry.published };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const { method = '', url = '', headers: { authorization = '' } } = request;
      const text = Buffer.concat(chunks).toString();
      const { status, body } = answer(registry, published, { method, path: decodeURIComponent(url.split('?')[0]), authorization, body: text ? JSON.parse(text) : undefined }, sent);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent,
    close: async () => { await new Promise((resolve) => server.close(resolve)); },
  };
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

function answer(registry: Registry, published: Record<string, string>, request: Sent, sent: Sent[]): Answer {
  const { method, path } = request;
  if (path === '/id-token') {
    return { status: 200, body: { value: token({ repository_visibility: 'private' }) } };
  }
  if (path === `/-/npm/v1/oidc/token/exchange/package/${PACKAGE}`) {
    return registry.trusts === false ? { status: 404, body: { message: 'no trusted publisher' } } : { status: 201, body: { token: 'of-the-registry' } };
  }
  if (method === 'GET' && path === `/${PACKAGE}`) {
    return registry.onView ?? { status: 200, body: packument(published) };
  }
  sent.push(request);
  const [version] = Object.keys(request.body?.versions ?? {});
  const { status, body } = registry.onPublish ?? { status: 201, body: method === 'POST' ? { stageId: 'stage-1' } : {} };
  if (method === 'PUT' && (status === 201 || registry.answerIsLost)) {
    published[version] = request.body.versions[version].dist.integrity;
  }
  return { status, body };
}

function packument(published: Readonly<Record<string, string>>): object {
  const versions = Object.entries(published).map(([version, integrity]) => [version, { name: PACKAGE, version, dist: { integrity, tarball: 'http://127.0.0.1/none.tgz' } }]);
  return { 'name': PACKAGE, 'dist-tags': { latest: Object.keys(published)[0] }, 'versions': Object.fromEntries(versions) };
}

/** As GitHub's, as far as npm reads it; nobody checks its signature. */
function token(claims: object): string {
  return ['{}', JSON.stringify(claims), ''].map((part) => Buffer.from(part).toString('base64url')).join('.');
}
