import { Scene } from './scene';
import { message, secondaryRateLimit } from '../../github-answers';

const RELEASES = '/repos/acme/app/releases';
const scene = new Scene();

async function draft(): Promise<{ upload_url: string }> {
  return (await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0', draft: true })).json;
}

const assets = () => scene.repository.releases[0].assets.map(({ name, state, size }) => ({ name, state, size }));

test('a secondary limit with and without a time to wait', async () => {
  scene.github.inject({}, { answer: secondaryRateLimit(60) });
  scene.github.inject({}, { answer: secondaryRateLimit() });
  expect((await scene.writer.ask('POST', RELEASES, { tag_name: 'v1' })).headers.get('retry-after')).toBe('60');
  const bare = await scene.writer.ask('POST', RELEASES, { tag_name: 'v1' });
  expect(bare.status).toBe(403);
  expect(bare.headers.get('retry-after')).toBeNull();
  expect(scene.repository.releases).toEqual([]);
});

test('one request of those that match, or some in a row', async () => {
  scene.github.inject({ method: 'GET', path: '/releases', nth: 2, times: 2 }, { answer: message(502, 'Server Error') });
  const statuses = [];
  for (let count = 0; count < 4; count++) {
    statuses.push((await scene.writer.ask('GET', RELEASES)).status);
    await scene.writer.ask('GET', '/repos/acme/app');
  }
  expect(statuses).toEqual([200, 502, 502, 200]);
});

test('an error that leaves an asset behind', async () => {
  const release = await draft();
  scene.github.inject({ path: /assets\?name=a$/ }, { answer: message(500, 'Error creating asset temp dir'), effect: 'starter' });
  expect((await scene.writer.upload(release, 'a')).status).toBe(500);
  expect(assets()).toEqual([{ name: 'a', state: 'starter', size: 0 }]);
  expect((await scene.writer.upload(release, 'a')).status).toBe(422);
});

test('an error, or a cut connection, after all was done', async () => {
  scene.github.inject({ method: 'POST' }, { answer: message(502, 'Server Error'), effect: 'all' });
  scene.github.inject({ method: 'POST' }, { answer: 'cut', effect: 'all' });
  expect((await scene.writer.ask('POST', RELEASES, { tag_name: 'v1', draft: true })).status).toBe(502);
  await expect(scene.writer.ask('POST', RELEASES, { tag_name: 'v1', draft: true })).rejects.toThrow('fetch failed');
  expect(scene.repository.releases).toHaveLength(2);
});

test('a connection that is cut before anything was done', async () => {
  scene.github.inject({ method: 'POST' }, { answer: 'cut' });
  await expect(scene.writer.ask('POST', RELEASES, { tag_name: 'v1', draft: true })).rejects.toThrow('fetch failed');
  expect(scene.repository.releases).toEqual([]);
  expect(scene.github.log).toMatchObject([{ status: 0 }]);
});

test('a connection that is cut in mid-upload', async () => {
  const release = await draft();
  const content = 'x'.repeat(5_000_000);
  scene.github.inject({ path: 'name=a' }, { cutAfterBytes: 100_000 });
  scene.github.inject({ path: 'name=b' }, { cutAfterBytes: 100_000, effect: 'starter' });
  await expect(scene.writer.upload(release, 'a', content)).rejects.toThrow('fetch failed');
  await expect(scene.writer.upload(release, 'b', content)).rejects.toThrow('fetch failed');
  expect(assets()).toEqual([{ name: 'b', state: 'starter', size: 0 }]);
  for (const { bytes } of scene.github.log.slice(1)) {
    expect(bytes).toBeGreaterThanOrEqual(100_000);
    expect(bytes).toBeLessThan(5_000_000);
  }
});

test('a client that goes in mid-upload leaves an asset behind', async () => {
  const { upload_url: url } = await draft();
  const leave = new AbortController();
  const upload = fetch(url.replace('{?name,label}', '?name=a'), {
    method: 'POST',
    headers: { 'authorization': 'Bearer writes', 'content-length': '1000' },
    body: new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(10)) }),
    duplex: 'half',
    signal: leave.signal,
  } as RequestInit);
  while (!scene.repository.releases[0].assets.length) { await new Promise(setImmediate); }
  leave.abort();
  await expect(upload).rejects.toThrow('aborted');
  expect(assets()).toEqual([{ name: 'a', state: 'starter', size: 0 }]);
});

test('whatever is to happen at a request, before its answer and after its effect', async () => {
  const seen: unknown[] = [];
  scene.github.inject({ nth: 2 }, { call: ({ number, method }) => { seen.push([number, method, scene.repository.releases.length]); } });
  await scene.writer.ask('GET', RELEASES);
  expect((await scene.writer.ask('POST', RELEASES, { tag_name: 'v1', draft: true })).status).toBe(201);
  expect(seen).toEqual([[2, 'POST', 1]]);
});
