import { Scene } from './scene';

const scene = new Scene();

test('what a browser sees: the latest release, its page, and a feed of all that are public', async () => {
  const { repository, anonymous, github: { url } } = scene;
  repository.addRelease({ tag: 'v1.0.0', draft: false, title: 'One & two', notes: '<b>' });
  repository.addRelease({ tag: 'v2.0.0-beta.1', draft: false, prerelease: true });
  repository.addRelease({ tag: 'v3.0.0' });
  expect((await anonymous.ask('GET', '/acme/app/releases/latest')).json).toMatchObject({ tag_name: 'v1.0.0' });
  expect((await anonymous.ask('GET', '/acme/app/releases/tag/v3.0.0')).status).toBe(404);
  const { text } = await anonymous.ask('GET', '/acme/app/releases.atom');
  expect([...text.matchAll(/href="(.*?)"/g)].map(([, href]) => href)).toEqual([`${url}/acme/app/releases/tag/v2.0.0-beta.1`, `${url}/acme/app/releases/tag/v1.0.0`]);
  expect(text).toContain('<title>One &amp; two</title>\n    <content type="html">&lt;b&gt;</content>');
});

test('where there is nothing to see', async () => {
  expect((await scene.anonymous.ask('GET', '/acme/app/releases/latest')).status).toBe(404);
  expect((await scene.anonymous.ask('GET', '/acme/other/releases.atom')).status).toBe(404);
  scene.github.addRepository('acme/secret', { private: true }).addRelease({ draft: false });
  expect((await scene.anonymous.ask('GET', '/acme/secret/releases.atom')).status).toBe(404);
});
