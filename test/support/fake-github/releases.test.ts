import { Client } from './client';
import { FakeReleaseGitHub } from './fake-release-github';
import type { Repository } from './repository';

const RELEASES = '/repos/acme/app/releases';

let github: FakeReleaseGitHub;
let repository: Repository;
let writer: Client;
let reader: Client;

beforeEach(async () => {
  github = await FakeReleaseGitHub.start();
  repository = github.addRepository('acme/app');
  github.addToken('writes', { kind: 'fine-grained', repositories: { 'acme/app': ['contents:write'] } });
  github.addToken('reads', { kind: 'fine-grained', repositories: { 'acme/app': ['contents:read'] } });
  writer = new Client(github, 'writes');
  reader = new Client(github, 'reads');
});
afterEach(async () => github.close());

test('a draft, its assets, and the release that it becomes', async () => {
  const draft = (await writer.ask('POST', RELEASES, { tag_name: 'v1.0.0', draft: true, name: 'One' })).json;
  expect((await writer.upload(draft, 'app.zip', 'hello')).json).toMatchObject({
    name: 'app.zip', state: 'uploaded', size: 5, digest: 'sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
  });
  expect(await writer.ask('PATCH', `${RELEASES}/${draft.id}`, { tag_name: 'v1.0.0', draft: false })).toMatchObject({ status: 200, json: { id: draft.id, draft: false } });
  const release = await new Client(github).ask('GET', `${RELEASES}/tags/v1.0.0`);
  expect(release.json).toMatchObject({ id: draft.id, name: 'One', assets: [{ name: 'app.zip' }] });
  expect((await new Client(github).ask('GET', release.json.assets[0].browser_download_url)).text).toBe('hello');
});

test('a draft is seen by whoever may write, and by nobody in the answer to its tag', async () => {
  const { id } = repository.addRelease();
  expect((await writer.ask('GET', RELEASES)).json).toMatchObject([{ id, draft: true, tag_name: 'v1.0.0' }]);
  expect((await writer.ask('GET', `${RELEASES}/${id}`)).status).toBe(200);
  expect((await reader.ask('GET', RELEASES)).json).toEqual([]);
  expect((await reader.ask('GET', `${RELEASES}/${id}`)).status).toBe(404);
  expect((await writer.ask('GET', `${RELEASES}/tags/v1.0.0`)).status).toBe(404);
});
