import { makeRelease } from '../../src/publish/release/publication';
import { invalid } from '../support/fake-github/answers';
import { message } from '../support/github-answers';
import { digestOf, ReleaseScene, type SceneOptions, TAG } from './support/release-scene';

let scene: ReleaseScene;
const begin = async (options: SceneOptions = {}) => { scene = await ReleaseScene.start(options); };

afterEach(async () => scene.close());

/** Writes that had an effect: `POST /repos/…`. */
const writes = () => scene.github.log.filter(({ method, status }) => method !== 'GET' && status < 300).map(({ method, path }) => `${method} ${path.replace('/repos/acme/app', '')}`);
const uploads = () => writes().filter((write) => write.includes('assets?name='));

test('no release: one draft, every file, then public', async () => {
  await begin();

  const { code, outputs, summary, stdout } = await scene.run();

  expect({ code, stdout }).toMatchObject({ code: 0 });
  scene.expectComplete();
  const { id } = scene.release;
  expect(writes()).toEqual([
    'POST /releases',
    ...['App-1.0.0.dmg', 'App-1.0.0.exe', 'SHA256SUMS', 'build-manifest.json'].map((name) => `POST /releases/${id}/assets?name=${name}`),
    `PATCH /releases/${id}`,
  ]);
  expect(outputs).toEqual({ id: String(id), url: `${scene.github.url}/acme/app/releases/tag/${TAG}` });
  expect(summary).toContain('| App-1.0.0.dmg | 12 | uploaded |');
});

describe('a draft of an earlier attempt', () => {
  test('that holds nothing is filled', async () => {
    await begin();
    const draft = scene.repository.addRelease({ title: 'Edited by hand', notes: 'Edited by hand' });

    expect(await scene.run()).toMatchObject({ code: 0 });

    scene.expectComplete();
    expect(scene.release).toMatchObject({ id: draft.id, title: 'Edited by hand', notes: 'Edited by hand' });
  });

  test('keeps what is equal, loses what was never finished, and gets what is missing and what differs', async () => {
    await begin();
    const [dmg, exe, manifest] = scene.assets;
    scene.repository.addRelease({ assets: [dmg, { ...exe, bytes: 'AN INSTALLER' }, { name: 'SHA256SUMS', state: 'starter' }, { ...manifest, state: 'open' }] });

    const { code, summary } = await scene.run();

    expect(code).toBe(0);
    scene.expectComplete();
    expect(uploads().map((write) => write.split('=')[1])).toEqual(['App-1.0.0.exe', 'SHA256SUMS', 'build-manifest.json']);
    expect(summary).toContain('| App-1.0.0.dmg | 12 | kept |');
    expect(summary).toContain('| App-1.0.0.exe | 12 | replaced |');
    expect(summary).toMatch(/\| SHA256SUMS \| \d+ \| uploaded \|/);
  });

  test('that holds everything is published without an upload', async () => {
    await begin();
    const { id } = scene.repository.addRelease({ assets: scene.assets });

    expect(await scene.run()).toMatchObject({ code: 0 });

    scene.expectComplete();
    expect(writes()).toEqual([`PATCH /releases/${id}`]);
  });

  test('loses what a workflow left there under other names', async () => {
    await begin();
    scene.repository.addRelease({ assets: [...scene.assets, { name: 'App-0.9.0.dmg', byBot: true }, { name: 'cut-off', state: 'starter' }] });

    expect(await scene.run()).toMatchObject({ code: 0 });

    scene.expectComplete();
  });

  test('that holds a file of a person stops, and stays as it is', async () => {
    await begin();
    const { id } = scene.repository.addRelease({ assets: [{ name: 'photo.png' }] });

    const { code, errors } = await scene.run();

    expect(code).toBe(1);
    expect(writes()).toEqual([]);
    expect(errors).toEqual([{
      level: 'error',
      title: 'The draft holds other files',
      text: `Draft ${id} of v1.0.0 in acme/app (${pageOf(id)}) holds files that this build did not make: photo.png. Nothing becomes public but what was declared. ` +
        'Delete these files, or the whole draft. Then choose "Re-run failed jobs". ' +
        `Nothing is public: draft ${id} (${pageOf(id)}) stays as it is. "Re-run failed jobs" finishes what is missing and changes nothing that is right.`,
    }]);
    scene.repository.releases[0].assets.pop();
    expect(await scene.run()).toMatchObject({ code: 0 });
    scene.expectComplete();
  });

  test('is found on a later page, and drafts of other tags are not', async () => {
    await begin();
    const { id } = scene.repository.addRelease();
    Array.from({ length: 120 }, (_, index) => scene.repository.addRelease({ tag: `v0.${index}.0` }));

    expect(await scene.run()).toMatchObject({ code: 0 });

    scene.expectComplete();
    expect(scene.release.id).toBe(id);
    expect(scene.repository.releases).toHaveLength(121);
  });

  test('that the list does not show yet is waited for', async () => {
    await begin();
    await scene.run('draft');
    const draft = scene.repository.releases.pop()!;
    scene.github.lag(1);
    await (await fetch(`${scene.github.url}/repos/acme/app/releases`)).text();
    scene.repository.releases.push(draft);
    const sleeps: number[] = [];

    await makeRelease(await scene.target(sleeps), 'publish');

    scene.expectComplete();
    expect(sleeps).not.toEqual([]);
    expect(writes().filter((write) => write === 'POST /releases')).toHaveLength(1);
  });
});

test('a list that never shows the new draft makes no second one', async () => {
  await begin();
  scene.github.lag(50);

  expect(await scene.run()).toMatchObject({ code: 0 });

  scene.expectComplete();
  expect(writes().filter((write) => write === 'POST /releases')).toHaveLength(1);
});

test('a list that shows a draft late, after its making was answered with trouble, makes no second one', async () => {
  await begin();
  scene.github.lag(1);
  scene.github.inject({ method: 'POST' }, { effect: 'all', answer: message(502, 'Bad Gateway') });

  await makeRelease(await scene.target([]), 'publish');

  scene.expectComplete();
  expect(writes().filter((write) => write === 'POST /releases')).toEqual([]);
});

test.each([
  { what: 'an old file', assets: [{ name: 'App-1.0.0.dmg', bytes: 'an old one', byBot: true }] },
  { what: 'nothing', assets: [] },
])('a draft with $what that a person publishes by hand while it is filled is left alone', async ({ assets }) => {
  await begin();
  scene.repository.addRelease({ assets });
  scene.github.inject({ path: /assets\?per_page/ }, { call: () => { scene.release.draft = false; } });

  const { code, errors } = await scene.run();

  expect(code).toBe(1);
  expect(errors).toMatchObject([{ title: 'The release is public and differs' }]);
  expect(errors[0].text).not.toContain('Nothing is public');
  expect(writes()).toEqual([]);
});

test('trouble that stays is told as what it is, and the draft stays for a re-run', async () => {
  await begin();
  scene.github.inject({ path: 'assets?name=SHA256SUMS', times: 99 }, { answer: 'cut' });
  const sleeps: number[] = [];

  const { message: text } = await makeRelease(await scene.target(sleeps), 'publish').then(() => new Error('none'), (error: Error) => error);

  expect(text).toMatch(/^GitHub could not be reached to publish: No answer came from 127\.0\.0\.1:\d+ \(.+\)\. .* Nothing is public: draft \d+ .* "Re-run failed jobs" finishes what is missing/);
  expect(sleeps).toEqual([1000, 2000, 4000, 8000, 16_000]);
  expect(scene.release).toMatchObject({ draft: true, assets: { length: 2 } });
});

test('a file that does not go is named', async () => {
  await begin();
  scene.repository.addRelease({ assets: [...scene.assets, { name: 'App-0.9.0.dmg', byBot: true }] });
  scene.github.inject({ method: 'DELETE', times: 99 }, { answer: { status: 204 } });

  const { message: text } = await makeRelease(await scene.target([]), 'publish').then(() => new Error('none'), (error: Error) => error);

  expect(text).toMatch(/does not become what was assembled: App-0\.9\.0\.dmg is there, and no file of this build\. Nothing is public: /);
});

test.each([
  { what: 'trouble', path: '/git/ref', answer: message(502, 'Bad Gateway'), expected: /^GitHub has trouble while publishing: .* The release is public already: http\S+\/releases\/tag\/v1\.0\.0\.$/ },
  { what: 'a rejected token', path: '/', answer: message(401, 'Bad credentials'), expected: /^The publishing token was rejected: .* GitHub does not say at the moment how far it came: see http\S+\.$/ },
])('$what when it is public already says what is public', async ({ path, answer, expected }) => {
  await begin();
  scene.github.inject({ method: 'PATCH' }, { call: () => scene.github.inject({ path, times: 999 }, { answer }) });

  const { message: text } = await makeRelease(await scene.target([]), 'publish').then(() => new Error('none'), (error: Error) => error);

  expect(text).toMatch(expected);
  expect(scene.release.draft).toBe(false);
});

test('a release from which a file goes the moment it becomes public is told', async () => {
  await begin();
  scene.github.inject({ method: 'PATCH' }, { call: () => { scene.release.assets.pop(); } });

  const { message: text } = await makeRelease(await scene.target([]), 'publish').then(() => new Error('none'), (error: Error) => error);

  expect(text).toMatch(/^The release is public and differs: .* was complete a moment ago, and now that it is public it differs from what was built: build-manifest\.json is missing\./);
});

test('a draft that GitHub will not publish for no reason is tried again', async () => {
  await begin();
  scene.github.inject({ method: 'PATCH' }, { answer: invalid({ resource: 'Release', code: 'custom', message: 'Published releases must have a valid tag' }) });
  const sleeps: number[] = [];

  await makeRelease(await scene.target(sleeps), 'publish');

  scene.expectComplete();
  expect(sleeps).not.toEqual([]);
});

describe('several drafts of the tag', () => {
  test('the one with the lowest id stays, and what holds nothing of its own goes', async () => {
    await begin();
    const [first] = [[], scene.assets.slice(0, 1), [{ name: 'x', state: 'starter' as const }]].map((assets) => scene.repository.addRelease({ assets }));

    expect(await scene.run()).toMatchObject({ code: 0 });

    scene.expectComplete();
    expect(scene.release.id).toBe(first.id);
  });

  test('one that holds something else stops, and both are named', async () => {
    await begin();
    const [one, other] = [[], [{ name: 'photo.png' }]].map((assets) => scene.repository.addRelease({ assets }));

    const { code, errors } = await scene.run();

    expect(code).toBe(1);
    expect(writes()).toEqual([]);
    expect(errors).toMatchObject([{
      title: 'Several drafts have the tag',
      text: `acme/app has several drafts for tag v1.0.0: ${one.id} (${pageOf(one.id)}), ${other.id} (${pageOf(other.id)}). ` +
        'The one with the lowest id is taken, and others are removed where they hold nothing but files of this release and the same notes; these hold something else. ' +
        'Delete all that you do not need. Then choose "Re-run failed jobs".',
    }]);
  });

  test('one that somebody makes while files are uploaded stops it, too', async () => {
    await begin();
    scene.github.inject({ path: 'assets?name=SHA256SUMS' }, { call: () => { scene.repository.addRelease({ assets: [{ name: 'photo.png' }] }); } });

    expect((await scene.run()).errors).toMatchObject([{ title: 'Several drafts have the tag' }]);

    expect(scene.publications).toEqual([]);
  });

  test('one with notes that somebody wrote is no duplicate', async () => {
    await begin();
    ['', 'Written by hand.'].forEach((notes) => scene.repository.addRelease({ notes }));

    expect((await scene.run()).errors).toMatchObject([{ title: 'Several drafts have the tag' }]);

    expect(writes()).toEqual([]);
    scene.repository.releases[0].notes = 'Written by hand.';
    expect(await scene.run()).toMatchObject({ code: 0 });
    scene.expectComplete();
  });

  test('one is left when three runs begin at once', async () => {
    await begin();

    const runs = await Promise.all([scene.run(), scene.run(), scene.run()]);

    expect(runs.map(({ code, stdout }) => code === 0 ? '' : stdout).join('')).toBe('');
    scene.expectComplete();
  });
});

describe('a release that is public', () => {
  test('and complete: success, and nothing is written, though another run made the manifest', async () => {
    await begin();
    const [dmg, exe, manifest, sums] = scene.assets;
    scene.repository.addRelease({ draft: false, immutable: true, assets: [dmg, exe, { ...manifest, bytes: 'of run 6' }, { ...sums, bytes: 'of run 6' }, { name: 'added-later.txt' }] });

    const { code, stdout, outputs } = await scene.run();

    expect(code).toBe(0);
    expect(writes()).toEqual([]);
    expect(stdout).toContain('The release of v1.0.0 in acme/app was public and complete already; nothing was changed.');
    expect(outputs.id).toBe(String(scene.release.id));
  });

  test.each([
    { what: 'incomplete', immutable: false, why: 'App-1.0.0.dmg is missing', cure: 'People may have downloaded its files, so they are not changed.' },
    { what: 'different', immutable: false, why: 'App-1.0.0.exe has other bytes', cure: 'People may have downloaded its files, so they are not changed.' },
    { what: 'immutable and different', immutable: true, why: 'App-1.0.0.exe has other bytes', cure: 'It is immutable: nobody can change its files.' },
    { what: 'immutable and incomplete, and may be replaced', immutable: true, why: 'App-1.0.0.dmg is missing', cure: 'It is immutable: nobody can change its files.' },
  ])('and $what: says so, and nothing is written', async ({ what, immutable, why, cure }) => {
    await begin({ plan: { replacePublicFiles: what.endsWith('replaced') } });
    const [dmg, exe, ...rest] = scene.assets;
    const there = why.startsWith('App-1.0.0.dmg') ? [exe] : [dmg, { ...exe, bytes: 'another' }];
    scene.repository.addRelease({ draft: false, immutable, assets: [...there, ...rest] });

    for (const mode of ['draft', 'publish']) {
      const { code, errors } = await scene.run(mode);

      expect(code).toBe(1);
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({ title: 'The release is public and differs' });
      expect(errors[0].text).toContain(`is public, and it differs from what was built: ${why}. ${cure} Push a tag of another version`);
    }
    expect(writes()).toEqual([]);
  });

  test('and incomplete: is made whole where the declaration allows that', async () => {
    await begin({ plan: { replacePublicFiles: true } });
    const [dmg, exe, manifest] = scene.assets;
    scene.repository.addRelease({ draft: false, assets: [dmg, { ...exe, bytes: 'another' }, { ...manifest, bytes: 'of run 6' }, { name: 'added-later.txt' }] });

    const draft = await scene.run('draft');
    expect(draft.stdout).toContain('is public, and 2 files of it differ; that changes when the releases are made public.');
    expect(writes()).toEqual([]);
    expect(await scene.run()).toMatchObject({ code: 0 });

    const contents = scene.release.assets.map(({ name, bytes }) => [name, String(bytes)]);
    expect(uploads()).toHaveLength(3);
    expect(Object.fromEntries(contents)).toEqual({ ...scene.files, 'added-later.txt': 'content' });
  });

  test.each([
    { what: 'for a while', looks: 3, expected: 'none' },
    { what: 'for long', looks: 99, expected: /is public, and whether it is what was built cannot be told yet: GitHub has no digest of App-1\.0\.0\.dmg\. Nothing was changed\. Choose "Re-run failed jobs" in a while\.$/ },
  ])('and GitHub has not computed all sums $what', async ({ looks, expected }) => {
    await begin();
    const [dmg, ...rest] = scene.assets;
    const [unproven] = scene.repository.addRelease({ draft: false, assets: [{ ...dmg, digest: null }, ...rest] }).assets;
    scene.github.inject({ path: 'assets?per_page', nth: looks }, { call: () => { unproven.digest = digestOf(dmg.bytes!); } });

    const { message: text } = await makeRelease(await scene.target([]), 'publish').then(() => new Error('none'), (error: Error) => error);

    expect(text).toMatch(expected);
    expect(writes()).toEqual([]);
  });

  test('and the list does not show it: no draft is made', async () => {
    await begin();
    scene.github.lag(1);
    await (await fetch(`${scene.github.url}/repos/acme/app/releases`)).text();
    scene.repository.addRelease({ draft: false, assets: scene.assets });

    expect(await scene.run()).toMatchObject({ code: 0 });

    expect(writes()).toEqual([]);
  });
});

describe('how far it goes', () => {
  test('to a verified draft, and in a later job on until it is public', async () => {
    await begin();

    const draft = await scene.run('draft');

    expect(draft).toMatchObject({ code: 0, outputs: { id: String(scene.release.id) } });
    expect(draft.stdout).toContain(`Draft ${scene.release.id} of v1.0.0 in acme/app is complete and verified; nothing is public.`);
    expect(scene.release).toMatchObject({ draft: true, assets: { length: 4 } });
    expect(await scene.run('publish')).toMatchObject({ code: 0 });
    scene.expectComplete();
    expect(uploads()).toHaveLength(4);
  });

  test('to a draft that a person publishes', async () => {
    await begin({ plan: { draftOnly: true } });

    expect(await scene.run('publish')).toMatchObject({ code: 0 });

    expect(scene.release).toMatchObject({ draft: true, assets: { length: 4 } });
  });

  test('nowhere in a rehearsal, and nowhere else than said', async () => {
    await begin({ env: { REAL: 'false' } });

    expect((await scene.run()).errors).toMatchObject([{ title: 'The publish script was called wrongly' }]);
    expect((await scene.run('somewhere')).errors).toMatchObject([{ title: 'The publish script was called wrongly' }]);
    expect(scene.github.log).toEqual([]);
  });
});

function pageOf(id: number): string {
  return `${scene.github.url}/acme/app/releases/tag/untagged-${id.toString(16).padStart(20, '0')}`;
}
