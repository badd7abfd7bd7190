import { request } from 'node:http';
import { Scene } from './scene';

const scene = new Scene();

/** Asks for a whole URL, as one asks a proxy. */
async function throughProxy(method: string, url: string, body = ''): Promise<{ status: number; location?: string; text: string }> {
  const { port } = new URL(scene.github.url);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path: url, headers: { 'host': new URL(url).host, 'authorization': 'token writes', 'content-length': body.length } };
    request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({
        status: response.statusCode!, location: response.headers.location, text: Buffer.concat(chunks).toString(),
      }));
    }).on('error', reject).end(body);
  });
}

test('whoever asks it as a proxy for github.localhost is told the hosts of GitHub', async () => {
  const api = 'http://api.github.localhost/repos/acme/app/releases';
  const draft = JSON.parse((await throughProxy('POST', api, '{"tag_name":"v1.0.0","draft":true}')).text);
  expect(draft).toMatchObject({
    url: `${api}/${draft.id}`,
    upload_url: `http://uploads.github.localhost/repos/acme/app/releases/${draft.id}/assets{?name,label}`,
    html_url: expect.stringMatching(/^http:\/\/github\.localhost\/acme\/app\/releases\/tag\/untagged-/),
  });
  expect((await throughProxy('POST', draft.upload_url.replace('{?name,label}', '?name=a.zip'), 'hello')).status).toBe(201);
  await throughProxy('PATCH', draft.url, '{"draft":false}');
  const page = await throughProxy('GET', 'http://github.localhost/acme/app/releases/download/v1.0.0/a.zip');
  expect(page.status).toBe(302);
  expect((await throughProxy('GET', page.location!)).text).toBe('hello');
});

test('the API takes no upload, and uploads take nothing else', async () => {
  const { id } = scene.repository.addRelease();
  expect((await scene.writer.ask('POST', `/repos/acme/app/releases/${id}/assets?name=a`, 'content')).status).toBe(404);
  expect((await scene.writer.ask('GET', `/uploads/repos/acme/app/releases/${id}`)).status).toBe(404);
});

test('GraphQL answers what it is asked for, to whoever has a token', async () => {
  scene.repository.addRelease({ tag: 'v1', title: 'One', draft: false });
  const { id } = scene.repository.addRelease({ tag: 'v2' });
  const query = `query Some($owner: String!, $tag: String!) {
    repository(owner: $owner, name: "app") {
      one: release(tagName: $tag) { databaseId, isDraft }
      releases(first: 1, orderBy: {field: CREATED_AT, direction: ASC}) { nodes { name tagName isLatest } pageInfo { hasNextPage endCursor } }
      ref(qualifiedName: "refs/tags/v9") { id }
    }
  }`;
  const body = { query, variables: { owner: 'acme', tag: 'v2' } };
  const releases = { nodes: [{ name: 'One', tagName: 'v1', isLatest: true }], pageInfo: { hasNextPage: true, endCursor: '1' } };
  expect((await scene.writer.ask('POST', '/graphql', body)).json).toEqual({ data: { repository: { one: { databaseId: id, isDraft: true }, releases, ref: null } } });
  expect((await scene.reader.ask('POST', '/graphql', body)).json.data.repository.one).toBeNull();
  expect((await scene.anonymous.ask('POST', '/graphql', body)).status).toBe(401);
  expect((await scene.writer.ask('POST', '/graphql', { query: '{ viewer { shoeSize } }' })).json.errors[0].message).toBe('Field \'shoeSize\' doesn\'t exist');
  expect((await scene.writer.ask('POST', '/graphql', { ...body, variables: { owner: 'nobody', tag: 'v1' } })).json).toMatchObject({
    data: { repository: null }, errors: [{ type: 'NOT_FOUND' }],
  });
});
