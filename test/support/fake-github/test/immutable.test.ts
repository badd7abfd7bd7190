import { Scene } from './scene';
import type { Release } from '../state';

const RELEASES = '/repos/acme/app/releases';
const scene = new Scene();
const uploadUrl = ({ id }: Release) => ({ upload_url: `${scene.github.url}/uploads${RELEASES}/${id}/assets{?name,label}` });
const burnt = { resource: 'Release', code: 'custom', field: 'tag_name', message: 'tag_name was used by an immutable release' };

let release: Release;
beforeEach(async () => {
  scene.repository.immutableReleases = true;
  release = scene.repository.addRelease({ assets: [{ name: 'app.zip' }] });
  await scene.writer.upload(uploadUrl(release), 'more.zip');
  await scene.writer.ask('PATCH', `${RELEASES}/${release.id}`, { tag_name: 'v1.0.0', draft: false });
});

test('a release freezes when it becomes public', async () => {
  expect((await scene.anonymous.ask('GET', `${RELEASES}/tags/v1.0.0`)).json).toMatchObject({ immutable: true, assets: [{ name: 'app.zip' }, { name: 'more.zip' }] });
  expect(await scene.writer.upload(uploadUrl(release), 'late.zip')).toMatchObject({ status: 422, json: { message: 'Cannot upload assets to an immutable release.' } });
  const [{ id }] = release.assets;
  expect(await scene.writer.ask('DELETE', `${RELEASES}/assets/${id}`)).toMatchObject({
    status: 422, json: { errors: [{ resource: 'ReleaseAsset', code: 'custom', message: 'Cannot delete asset from an immutable release' }] },
  });
  expect((await scene.writer.ask('PATCH', `${RELEASES}/assets/${id}`, { name: 'other.zip' })).status).toBe(422);
  expect(release.assets.map(({ name }) => name)).toEqual(['app.zip', 'more.zip']);
});

test('its title, notes and flags can be changed, its tag and its being public cannot', async () => {
  expect((await scene.writer.ask('PATCH', `${RELEASES}/${release.id}`, { name: 'One', body: 'Notes', prerelease: true })).json).toMatchObject({
    name: 'One', body: 'Notes', prerelease: true, immutable: true,
  });
  expect((await scene.writer.ask('PATCH', `${RELEASES}/${release.id}`, { tag_name: 'v2' })).status).toBe(422);
  expect(await scene.writer.ask('PATCH', `${RELEASES}/${release.id}`, { draft: true })).toMatchObject({
    status: 422, json: { errors: [{ message: 'state cannot be changed when release is immutable' }] },
  });
  expect((await scene.writer.ask('DELETE', '/repos/acme/app/git/refs/tags/v1.0.0')).status).toBe(422);
  expect(release).toMatchObject({ tag: 'v1.0.0', draft: false });
});

test('its tag is burnt when it is deleted: a draft of it can be made, and never be published', async () => {
  expect((await scene.writer.ask('DELETE', `${RELEASES}/${release.id}`)).status).toBe(204);
  expect((await scene.writer.ask('DELETE', '/repos/acme/app/git/refs/tags/v1.0.0')).status).toBe(204);
  expect(await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0' })).toMatchObject({ status: 422, json: { errors: expect.arrayContaining([burnt]) } });
  const draft = (await scene.writer.ask('POST', RELEASES, { tag_name: 'v1.0.0', draft: true })).json;
  expect((await scene.writer.upload(draft, 'app.zip')).status).toBe(201);
  expect(await scene.writer.ask('PATCH', `${RELEASES}/${draft.id}`, { tag_name: 'v1.0.0', draft: false })).toMatchObject({
    status: 422, json: { errors: expect.arrayContaining([burnt]) },
  });
});

test('the setting is seen by administrators, and does not hold for releases from before', async () => {
  const administrator = scene.as('classic', 'administration:read');
  expect((await administrator.ask('GET', '/repos/acme/app/immutable-releases')).json).toEqual({ enabled: true, enforced_by_owner: false });
  expect((await scene.writer.ask('GET', '/repos/acme/app/immutable-releases')).status).toBe(403);
  scene.repository.immutableReleases = false;
  expect((await administrator.ask('GET', '/repos/acme/app/immutable-releases')).status).toBe(404);
  const old = scene.repository.addRelease({ tag: 'v0.9.0', draft: false });
  scene.repository.immutableReleases = true;
  expect((await scene.writer.upload(uploadUrl(old), 'late.zip')).status).toBe(201);
});
