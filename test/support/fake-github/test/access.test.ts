import { Client } from './client';
import { Scene } from './scene';

const REPOSITORY = '/repos/acme/app';
const RELEASES = `${REPOSITORY}/releases`;
const scene = new Scene();

test('what a token may not do is told apart by its kind', async () => {
  const create = async (client: Client) => client.ask('POST', RELEASES, { tag_name: 'v1', draft: true });
  expect(await create(new Client(scene.github, 'mistyped'))).toMatchObject({ status: 401, json: { message: 'Bad credentials' } });
  expect(await create(scene.anonymous)).toMatchObject({ status: 401, json: { message: 'Requires authentication' } });
  for (const kind of ['workflow', 'app'] as const) {
    expect(await create(scene.as(kind, 'contents:read'))).toMatchObject({ status: 403, json: { message: 'Resource not accessible by integration' } });
  }
  const refused = await create(scene.reader);
  expect(refused).toMatchObject({ status: 403, json: { message: 'Resource not accessible by personal access token' } });
  expect(refused.headers.get('x-accepted-github-permissions')).toBe('contents=write');
  expect(await create(scene.as('classic', 'contents:read'))).toMatchObject({ status: 404, json: { message: 'Not Found' } });
  expect(scene.repository.releases).toEqual([]);
});

test('a private repository is not there for whoever has no right in it', async () => {
  scene.github.addRepository('acme/private', { private: true });
  scene.github.addToken('private', { kind: 'app', repositories: { 'acme/private': ['metadata:read'] } });
  for (const client of [scene.anonymous, scene.writer]) { expect((await client.ask('GET', '/repos/acme/private')).status).toBe(404); }
  expect((await new Client(scene.github, 'private').ask('GET', '/repos/acme/private')).json).toMatchObject({ private: true });
  expect((await new Client(scene.github, 'private').ask('GET', '/repos/acme/private/releases')).status).toBe(403);
  expect((await scene.writer.ask('GET', '/repos/acme/nowhere')).status).toBe(404);
  expect((await scene.writer.ask('GET', `${REPOSITORY}/nothing`)).status).toBe(404);
});

test('the repository says what the person may, and nothing of the token', async () => {
  const permissions = async (client: Client) => (await client.ask('GET', REPOSITORY)).json.permissions;
  expect(await permissions(scene.reader)).toMatchObject({ push: true, pull: true });
  expect(await permissions(scene.as('workflow', 'contents:write'))).toEqual({ admin: false, maintain: false, push: false, triage: false, pull: false });
  expect(await permissions(scene.anonymous)).toBeUndefined();
  scene.github.addToken('guest', { kind: 'fine-grained', ownerMayPush: false, repositories: { 'acme/app': ['contents:read'] } });
  expect(await permissions(new Client(scene.github, 'guest'))).toMatchObject({ push: false, pull: true });
});

test('a repository says who owns it, and what its default branch is', async () => {
  scene.github.addRepository('me/app', { owner: 'User', defaultBranch: 'trunk' });
  expect((await scene.anonymous.ask('GET', '/repos/me/app')).json).toMatchObject({
    full_name: 'me/app', private: false, owner: { login: 'me', type: 'User' }, default_branch: 'trunk',
  });
});

test('files are read in a media type', async () => {
  scene.repository.files.set('.github/release.yml', 'changelog: {}\n');
  const path = `${REPOSITORY}/contents/.github/release.yml`;
  expect((await scene.reader.ask('GET', path, undefined, { accept: 'application/vnd.github.raw+json' })).text).toBe('changelog: {}\n');
  expect(Buffer.from((await scene.reader.ask('GET', path)).json.content, 'base64').toString()).toBe('changelog: {}\n');
  expect((await scene.reader.ask('GET', `${path}2`)).status).toBe(404);
});

test('an installation\'s token is known by a question of its own', async () => {
  expect((await scene.as('app', 'contents:write').ask('HEAD', '/installation/repositories')).status).toBe(200);
  expect((await scene.writer.ask('HEAD', '/installation/repositories')).status).toBe(403);
});

test('each answer says what the token may still ask, and an upload counts twice', async () => {
  const { upload_url: url } = (await scene.writer.ask('POST', RELEASES, { tag_name: 'v1', draft: true })).json;
  scene.github.allow('writes', 4, 2_000_000_000);
  expect((await scene.writer.ask('GET', RELEASES)).headers.get('x-ratelimit-remaining')).toBe('3');
  expect((await scene.writer.upload({ upload_url: url }, 'a')).headers.get('x-ratelimit-remaining')).toBe('1');
  const refused = await scene.writer.upload({ upload_url: url }, 'b');
  expect(refused).toMatchObject({ status: 403, json: { message: expect.stringContaining('API rate limit exceeded') } });
  expect(refused.headers.get('x-ratelimit-reset')).toBe('2000000000');
  expect((await scene.reader.ask('GET', RELEASES)).status).toBe(200);
});

test('the log holds no token', async () => {
  await scene.writer.ask('POST', RELEASES, { tag_name: 'v1', draft: true });
  await new Client(scene.github, 'mistyped').ask('GET', RELEASES);
  expect(JSON.stringify(scene.github.log)).not.toMatch(/writes|mistyped/);
  expect(scene.github.log).toMatchObject([
    { number: 1, method: 'POST', part: 'api', path: RELEASES, token: 'fine-grained', status: 201, body: { tag_name: 'v1', draft: true }, bytes: 30 },
    { number: 2, method: 'GET', token: 'unknown', status: 401, bytes: 0 },
  ]);
});
