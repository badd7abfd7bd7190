import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { Scene } from './scene';
import { assetNameOf } from '../asset-names';

const RELEASES = '/repos/acme/app/releases';
const scene = new Scene();

async function draft(): Promise<{ id: number; upload_url: string }> {
  return (await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0', draft: true })).json;
}

/** Uploads what only claims to have so many bytes. */
async function uploadClaiming(headers: Record<string, string>, name = 'file'): Promise<{ status: number; text: string }> {
  const { upload_url: url } = await draft();
  return new Promise((resolve, reject) => {
    const upload = request(url.replace('{?name,label}', `?name=${name}`), { method: 'POST', headers: { authorization: 'Bearer writes', ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        resolve({ status: response.statusCode!, text: Buffer.concat(chunks).toString() });
        upload.destroy();
      });
    });
    upload.on('error', reject);
    upload.flushHeaders();
    if (headers['transfer-encoding'] || headers['content-length'] === '0') { upload.end(); }
  });
}

test.each([
  ['app-1.0.0_x64+a@b.zip', 'app-1.0.0_x64+a@b.zip'],
  ['My App (x64).dmg', 'My.App.x64.dmg'],
  ['app_1.0~rc1_amd64.deb', 'app_1.0.rc1_amd64.deb'],
  ['Café.zip', 'Cafe.zip'],
  ['日本語.zip', 'default.zip'],
  ['.deb', 'default.deb'],
  ['a..b.', 'a.b'],
])('%p is stored as %p', async (name, stored) => {
  expect(assetNameOf(name)).toBe(stored);
  expect((await scene.writer.upload(await draft(), name)).json.name).toBe(stored);
});

test('a name is there once, whatever its state, also after renaming', async () => {
  const release = await draft();
  scene.repository.addAsset(scene.repository.releases[0], { name: 'a.b', state: 'starter' });
  const taken = { status: 422, json: { message: 'Validation Failed', errors: [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }] } };
  expect(await scene.writer.upload(release, 'a.b')).toMatchObject(taken);
  expect(await scene.writer.upload(release, 'a b')).toMatchObject(taken);
  const [{ id, state, size, digest }] = (await scene.writer.ask('GET', `${RELEASES}/${release.id}/assets`)).json;
  expect({ state, size, digest }).toEqual({ state: 'starter', size: 0, digest: null });
  expect((await scene.writer.ask('DELETE', `${RELEASES}/assets/${id}`)).status).toBe(204);
  expect((await scene.writer.upload(release, 'a.b')).status).toBe(201);
});

test('sizes: a length, one byte at least, fewer than 2 GiB', async () => {
  const size = (text: string) => expect.stringContaining(`"field":"size","message":"${text}"`);
  expect(await uploadClaiming({ 'transfer-encoding': 'chunked' })).toEqual({ status: 400, text: expect.stringContaining('Bad Content-Length: ') });
  expect(await uploadClaiming({ 'content-length': '0' })).toEqual({ status: 422, text: size('size must be greater than or equal to 1') });
  expect((await uploadClaiming({ 'content-length': '2147483648' })).status).toBe(500);
  expect(await uploadClaiming({ 'content-length': '2147483649' })).toEqual({ status: 422, text: size('size must be less than or equal to 2147483648') });
  expect(scene.repository.releases.flatMap(({ assets }) => assets)).toEqual([]);
});

test('a release has at most 1,000 assets, in pages of at most 100', async () => {
  const release = await draft();
  for (let count = 0; count < 999; count++) { scene.repository.addAsset(scene.repository.releases[0], { name: `${count}` }); }
  expect((await scene.writer.upload(release, '999')).status).toBe(201);
  expect((await scene.writer.upload(release, '1000')).status).toBe(422);
  const page = await scene.writer.ask('GET', `${RELEASES}/${release.id}/assets?per_page=1000`);
  expect(page.json).toHaveLength(100);
  expect(page.headers.get('link')).toContain('page=10>; rel="last"');
});

test('bytes are asked for by the media type, and those of a draft by the API alone', async () => {
  const release = await draft();
  const { url, browser_download_url: page } = (await scene.writer.upload(release, 'app.zip', 'hello')).json;
  const bytes = { accept: 'application/octet-stream' };
  expect((await scene.writer.ask('GET', url, undefined, bytes)).text).toBe('hello');
  expect((await scene.writer.ask('GET', url)).json.name).toBe('app.zip');
  expect((await scene.reader.ask('GET', url, undefined, bytes)).status).toBe(404);
  expect((await scene.writer.ask('GET', page)).status).toBe(404);
});

test('an asset gets another name, if it is free', async () => {
  const release = await draft();
  const { url } = (await scene.writer.upload(release, 'a')).json;
  await scene.writer.upload(release, 'b');
  expect((await scene.writer.ask('PATCH', url, { name: 'b' })).status).toBe(422);
  expect((await scene.writer.ask('PATCH', url, { name: 'a b', label: 'The A' })).json).toMatchObject({ name: 'a.b', label: 'The A' });
});

test('what is large is summed, and not kept', async () => {
  const release = await draft();
  const block = Buffer.alloc(1024 * 1024, 'x');
  const sent = createHash('sha256');
  const url = release.upload_url.replace('{?name,label}', '?name=large');
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const body = Readable.from((function* () {
    for (let count = 0; count < 300; count++) {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
      sent.update(block);
      yield block;
    }
  })());
  const asset = await new Promise<any>((resolve, reject) => {
    const upload = request(url, { method: 'POST', headers: { 'authorization': 'Bearer writes', 'content-length': 300 * block.length } }, (response) => {
      response.on('data', (chunk) => resolve(JSON.parse(String(chunk))));
    });
    upload.on('error', reject);
    body.pipe(upload);
  });
  expect(asset).toMatchObject({ state: 'uploaded', size: 300 * block.length, digest: `sha256:${sent.digest('hex')}` });
  expect(scene.repository.releases[0].assets[0].bytes).toBeUndefined();
  expect(most - before).toBeLessThan(100 * block.length);
  expect((await scene.writer.ask('GET', asset.url, undefined, { accept: 'application/octet-stream' })).status).toBe(501);
});
