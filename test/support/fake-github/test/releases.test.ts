import { Client } from './client';
import { Scene } from './scene';

const RELEASES = '/repos/acme/app/releases';
const scene = new Scene();

/** What a refusal says of fields. */
function errorsOf({ status, json }: { status: number; json: any }): unknown {
  return { status, errors: json.errors };
}

test('a draft, its assets, and the release that it becomes', async () => {
  const { writer, anonymous } = scene;
  const draft = (await writer.ask('POST', RELEASES, { tag_name: 'v1.0.0', draft: true, name: 'One' })).json;
  expect((await writer.upload(draft, 'app.zip', 'hello')).json).toMatchObject({
    name: 'app.zip', state: 'uploaded', size: 5, digest: 'sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
  });
  expect(await writer.ask('PATCH', `${RELEASES}/${draft.id}`, { tag_name: 'v1.0.0', draft: false })).toMatchObject({ status: 200, json: { id: draft.id, draft: false } });
  const release = await anonymous.ask('GET', `${RELEASES}/tags/v1.0.0`);
  expect(release.json).toMatchObject({ id: draft.id, name: 'One', draft: false, immutable: false, assets: [{ name: 'app.zip' }] });
  expect((await anonymous.ask('GET', release.json.assets[0].browser_download_url)).text).toBe('hello');
});

test('a draft is seen by whoever may write, and by nobody in the answer to its tag', async () => {
  const { id } = scene.repository.addRelease();
  expect((await scene.writer.ask('GET', RELEASES)).json).toMatchObject([{ id, draft: true, tag_name: 'v1.0.0' }]);
  expect((await scene.writer.ask('GET', `${RELEASES}/${id}`)).status).toBe(200);
  expect((await scene.reader.ask('GET', RELEASES)).json).toEqual([]);
  expect((await scene.reader.ask('GET', `${RELEASES}/${id}`)).status).toBe(404);
  expect((await scene.writer.ask('GET', `${RELEASES}/tags/v1.0.0`)).status).toBe(404);
});

test('a tag has any number of drafts and one public release', async () => {
  const ids = [];
  for (const tag of ['v1.0.0', 'v1.0.0', 'v1.0.0']) {
    ids.push((await scene.writer.ask('POST', RELEASES, { tag_name: tag, draft: true })).json.id);
  }
  expect(new Set(ids).size).toBe(3);
  expect((await scene.writer.ask('PATCH', `${RELEASES}/${ids[1]}`, { tag_name: 'v1.0.0', draft: false })).status).toBe(200);
  const taken = { status: 422, errors: [{ resource: 'Release', code: 'already_exists', field: 'tag_name' }] };
  expect(errorsOf(await scene.writer.ask('PATCH', `${RELEASES}/${ids[0]}`, { tag_name: 'v1.0.0', draft: false }))).toEqual(taken);
  expect(errorsOf(await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0' }))).toEqual(taken);
  expect(scene.repository.releases.map(({ draft }) => draft)).toEqual([true, false, true]);
  expect((await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0', draft: true })).status).toBe(201);
});

test('the list has pages of no more than 100, the newest release first', async () => {
  for (let count = 0; count < 205; count++) { scene.repository.addRelease({ tag: `v${count}` }); }
  const first = await scene.writer.ask('GET', `${RELEASES}?per_page=500`);
  expect(first.json).toHaveLength(100);
  expect(first.json[0].tag_name).toBe('v204');
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link')!)![1];
  const last = await scene.writer.ask('GET', /<([^>]+)>; rel="last"/.exec((await scene.writer.ask('GET', next)).headers.get('link')!)![1]);
  expect(last.json.map(({ tag_name: tag }: any) => tag)).toEqual(['v4', 'v3', 'v2', 'v1', 'v0']);
  expect(last.headers.get('link')).not.toContain('rel="next"');
  expect((await scene.writer.ask('GET', RELEASES)).json).toHaveLength(30);
});

test('a list that lags shows what was done only after so many requests, whatever page they are for', async () => {
  scene.github.lag(2);
  const { id } = (await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0', draft: true })).json;
  const list = async () => (await scene.writer.ask('GET', `${RELEASES}?per_page=100`)).json.map(({ draft }: any) => draft);
  expect(await list()).toEqual([]);
  expect((await scene.writer.ask('GET', `${RELEASES}?per_page=100&page=2`)).json).toEqual([]);
  expect(await list()).toEqual([]);
  await scene.writer.ask('PATCH', `${RELEASES}/${id}`, { tag_name: 'v1.0.0', draft: false });
  expect(await list()).toEqual([true]);
  expect(await list()).toEqual([true]);
  expect(await list()).toEqual([false]);
  expect((await scene.writer.ask('GET', `${RELEASES}/${id}`)).json.draft).toBe(false);
});

test('a change without tag_name takes the tag from a draft, unless it makes it public', async () => {
  const dropped = scene.repository.addRelease();
  const published = scene.repository.addRelease();
  expect((await scene.writer.ask('PATCH', `${RELEASES}/${dropped.id}`, { name: 'One' })).json.tag_name).toMatch(/^untagged-[0-9a-f]{20}$/);
  expect((await scene.writer.ask('PATCH', `${RELEASES}/${published.id}`, { draft: false })).json.tag_name).toBe('v1.0.0');
  expect((await scene.writer.ask('PATCH', `${RELEASES}/${published.id}`, { body: 'Notes' })).json).toMatchObject({ tag_name: 'v1.0.0', body: 'Notes' });
});

test('a draft that lost its tag makes one of its placeholder', async () => {
  const { id } = scene.repository.addRelease();
  const { tag_name: placeholder } = (await scene.writer.ask('PATCH', `${RELEASES}/${id}`, {})).json;
  await scene.writer.ask('PATCH', `${RELEASES}/${id}`, { draft: false });
  expect(scene.repository.refs.has(`refs/tags/${placeholder}`)).toBe(true);
});

test('notes have at most 125,000 characters', async () => {
  expect((await scene.writer.ask('POST', RELEASES, { tag_name: 'v1', draft: true, body: 'x'.repeat(125_000) })).status).toBe(201);
  expect(errorsOf(await scene.writer.ask('POST', RELEASES, { tag_name: 'v1', draft: true, body: 'x'.repeat(125_001) }))).toEqual({
    status: 422,
    errors: [{ resource: 'Release', code: 'custom', field: 'body', message: 'body is too long (maximum is 125000 characters)' }],
  });
});

test('notes are generated for whoever may write, and nothing is saved', async () => {
  const body = { tag_name: 'v2', previous_tag_name: 'v1' };
  expect((await scene.writer.ask('POST', `${RELEASES}/generate-notes`, body)).json).toEqual({
    name: 'v2',
    body: `## What's Changed\n\n**Full Changelog**: ${scene.github.url}/acme/app/compare/v1...v2`,
  });
  expect(scene.repository.releases).toEqual([]);
  const refused = await scene.reader.ask('POST', `${RELEASES}/generate-notes`, body);
  expect(refused.status).toBe(403);
  expect(refused.headers.get('x-accepted-github-permissions')).toBe('contents=write');
});

test('generated notes stand behind those that are given', async () => {
  const { body } = (await scene.writer.ask('POST', RELEASES, { tag_name: 'v1', draft: true, body: 'Mine', generate_release_notes: true })).json;
  expect(body).toMatch(/^Mine\n\n## What's Changed\n/);
});

test('a release without a tag name, or in an empty repository, is refused', async () => {
  scene.github.addRepository('acme/empty', { empty: true });
  scene.github.addToken('both', { kind: 'app', repositories: { 'acme/empty': ['contents:write'] } });
  expect(errorsOf(await scene.writer.ask('POST', RELEASES, { draft: true }))).toMatchObject({ status: 422, errors: [{ code: 'missing_field', field: 'tag_name' }] });
  expect(errorsOf(await new Client(scene.github, 'both').ask('POST', '/repos/acme/empty/releases', { tag_name: 'v1', draft: true }))).toMatchObject({
    status: 422, errors: [{ message: 'Repository is empty.' }],
  });
});

describe('the latest release', () => {
  const latest = async () => (await scene.anonymous.ask('GET', `${RELEASES}/latest`)).json.tag_name;
  const create = async (tag: string, fields: object = {}) => (await scene.writer.ask('POST', RELEASES, { tag_name: tag, ...fields })).json;

  test('is the one that was published last, unless it says otherwise', async () => {
    await create('v2.0.0');
    await create('v1.9.1');
    expect(await latest()).toBe('v1.9.1');
    await create('v1.9.2', { make_latest: 'false' });
    expect(await latest()).toBe('v1.9.1');
  });

  test('is by legacy the one with the newest commit, and never one that said false', async () => {
    for (const [tag, year] of [['v3.0.0', '2024'], ['v1.0.0', '2026'], ['v2.0.0', '2025']]) {
      scene.repository.addTag(tag, { commit: scene.repository.addCommit({ branch: '', date: `${year}-01-01T00:00:00Z` }) });
      await create(tag, { make_latest: 'legacy' });
    }
    expect(await latest()).toBe('v1.0.0');
    await scene.writer.ask('PATCH', `${RELEASES}/${scene.repository.releases[1].id}`, { make_latest: 'false' });
    expect(await latest()).toBe('v2.0.0');
  });

  test('is no draft and no prerelease', async () => {
    const refused = { status: 422, errors: [{ resource: 'Release', code: 'custom', message: 'Latest release cannot be draft or prerelease.' }] };
    const draft = await create('v1.0.0', { draft: true, make_latest: 'true' });
    expect(draft.draft).toBe(true);
    expect(errorsOf(await scene.writer.ask('PATCH', `${RELEASES}/${draft.id}`, { tag_name: 'v1.0.0', make_latest: 'true' }))).toEqual(refused);
    expect(errorsOf(await scene.writer.ask('POST', RELEASES, { tag_name: 'v2.0.0-rc.1', prerelease: true, make_latest: 'true' }))).toEqual(refused);
    await create('v2.0.0-rc.1', { prerelease: true });
    expect((await scene.anonymous.ask('GET', `${RELEASES}/latest`)).status).toBe(404);
    expect(errorsOf(await scene.writer.ask('POST', RELEASES, { tag_name: 'v3', make_latest: 'yes' }))).toMatchObject({ status: 422, errors: [{ field: 'make_latest' }] });
  });
});

test('a discussion takes a permission, a category that there is, and a public release', async () => {
  const writer = scene.as('app', 'contents:write', 'discussions:write');
  const { id } = scene.repository.addRelease();
  const body = { tag_name: 'v1.0.0', discussion_category_name: 'Announcements' };
  expect((await writer.ask('PATCH', `${RELEASES}/${id}`, body)).status).toBe(422);
  expect((await writer.ask('PATCH', `${RELEASES}/${id}`, { ...body, draft: false, discussion_category_name: 'News' })).status).toBe(404);
  expect((await scene.writer.ask('PATCH', `${RELEASES}/${id}`, { ...body, draft: false })).status).toBe(403);
  expect(scene.repository.releases[0].draft).toBe(true);
  expect((await writer.ask('PATCH', `${RELEASES}/${id}`, { ...body, draft: false })).json.discussion_url).toBe(`${scene.github.url}/acme/app/discussions/1`);
});

test('a release is deleted, and its tag stays', async () => {
  const { id } = scene.repository.addRelease({ draft: false });
  scene.repository.addTag('v1.0.0');
  expect((await scene.writer.ask('DELETE', `${RELEASES}/${id}`)).status).toBe(204);
  expect((await scene.writer.ask('GET', `${RELEASES}/${id}`)).status).toBe(404);
  expect(scene.repository.refs.has('refs/tags/v1.0.0')).toBe(true);
});
