import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, PLAN, ReleaseScene, type SceneOptions, TAG } from './support/release-scene';
import { makeRelease } from '../../src/publish/release/publication';
import { message } from '../support/github-answers';

let scene: ReleaseScene;
const begin = async (options: SceneOptions = {}) => { scene = await ReleaseScene.start(options); };
const textOf = ({ errors }: Awaited<ReturnType<ReleaseScene['run']>>) => errors.map(({ title, text }) => `${title}: ${text}`);
/** What made it public. */
const published = () => scene.github.log.filter(({ method, path }) => method === 'PATCH' && path.includes('/releases/')).map(({ body }) => body);

afterEach(async () => scene.close());

test('it becomes public by one request, which says all and the tag again', async () => {
  await begin({ plan: { discussionCategory: 'News' }, env: { TOKEN: 'ghs_both' } });
  scene.github.addToken('ghs_both', { kind: 'workflow', repositories: { 'acme/app': ['contents:write', 'discussions:write'] } });

  expect(await scene.run()).toMatchObject({ code: 0 });

  expect(published()).toEqual([{ tag_name: TAG, draft: false, prerelease: false, make_latest: 'true', discussion_category_name: 'News' }]);
  expect(scene.release).toMatchObject({ discussion: 'News', draft: false });
});

test.each([
  { latest: 'auto', others: [], expected: 'true' },
  { latest: 'auto', others: ['v0.9.0', 'v1.0.0-rc.1'], expected: 'true' },
  { latest: 'auto', others: ['v0.9.0', 'v2.0.0'], expected: 'false' },
  { latest: 'auto', others: ['v0.9.0', 'v1.0.0.1'], expected: 'false' },
  { latest: 'auto', others: ['other-v2.0.0', 'nightly'], expected: 'true' },
  { latest: 'always', others: ['v2.0.0'], expected: 'true' },
  { latest: 'never', others: [], expected: 'false' },
] as const)('latest $latest, beside $others: $expected', async ({ latest, others, expected }) => {
  await begin({ plan: { latest } });
  others.forEach((tag) => scene.repository.addRelease({ tag, draft: false }));
  scene.repository.addRelease({ tag: 'v3.0.0' });
  scene.repository.addRelease({ tag: 'v3.0.0-rc.1', draft: false, prerelease: true });

  expect(await scene.run()).toMatchObject({ code: 0 });

  expect(published()).toMatchObject([{ make_latest: expected, prerelease: false }]);
});

test.each([
  { prerelease: 'auto', version: '1.0.0-rc.1', expected: { prerelease: true, make_latest: 'false' } },
  { prerelease: 'always', version: '1.0.0', expected: { prerelease: true, make_latest: 'false' } },
  { prerelease: 'never', version: '1.0.0-rc.1', expected: { prerelease: false, make_latest: 'true' } },
  { prerelease: 'auto', version: '7', expected: { prerelease: false, make_latest: 'true' } },
  { prerelease: 'auto', version: 'nightly', expected: { prerelease: false, make_latest: 'legacy' } },
] as const)('pre-release $prerelease, version $version', async ({ prerelease, version, expected }) => {
  await begin({ plan: { prerelease }, env: { VERSION: version, PRERELEASE: String(version.includes('-')) } });

  expect(await scene.run()).toMatchObject({ code: 0 });

  expect(published()).toMatchObject([expected]);
  expect(scene.release.prerelease).toBe(expected.prerelease);
});

describe('that installed apps do not find it', () => {
  const SAID = 'is not the latest, since';

  test.each([
    { plan: {}, others: ['v2.0.0'], why: 'a release of a higher version is public there' },
    { plan: { latest: 'never' }, others: [], why: 'the declaration says that no release is' },
  ] as const)('is said where $why', async ({ plan, others, why }) => {
    await begin({ plan: { isUpdate: true, ...plan } });
    others.forEach((tag) => scene.repository.addRelease({ tag, draft: false }));

    const { code, stdout, summary } = await scene.run();

    const text = `The release of ${TAG} in acme/app ${SAID} ${why}. Apps that are installed do not update to it: people have to download it.`;
    expect(code).toBe(0);
    expect(stdout).toContain(`::notice title=Installed apps do not find the release::${text}`);
    expect(summary).toContain(text);
  });

  test.each([
    { plan: { isUpdate: true }, others: ['v0.9.0'] },
    { plan: { isUpdate: true }, others: ['v2.0.0'], env: { PRERELEASE: 'true', VERSION: '1.0.0-rc.1' } },
    { plan: { isUpdate: true, draftOnly: true }, others: ['v2.0.0'] },
    { plan: { isUpdate: false }, others: ['v2.0.0'] },
  ])('is not said of $plan beside $others with $env', async ({ plan, others, env }) => {
    await begin({ plan, env });
    others.forEach((tag) => scene.repository.addRelease({ tag, draft: false }));

    const { code, stdout } = await scene.run();

    expect(code).toBe(0);
    expect(stdout).not.toContain(SAID);
  });
});

test('a category that does not exist is named, and the draft stays', async () => {
  await begin({ plan: { discussionCategory: 'Nowhere' }, env: { TOKEN: 'ghs_both' } });
  scene.github.addToken('ghs_both', { kind: 'workflow', repositories: { 'acme/app': ['contents:write', 'discussions:write'] } });

  expect(textOf(await scene.run())[0]).toMatch(/^The release could not be made public: .* category "Nowhere" .* Nothing is public: draft/);
  expect(scene.release).toMatchObject({ draft: true, assets: { length: 4 } });
});

test('a draft that GitHub does not find when it is made public is told apart', async () => {
  await begin();
  scene.github.inject({ method: 'PATCH' }, { answer: message(404, 'Not Found') });

  expect(textOf(await scene.run())[0]).toContain('It says so where a draft was made with a target commit that changes workflows: delete the draft');
});

test('an immutable release is complete before it is frozen', async () => {
  await begin({ immutableReleases: true, plan: { immutable: true } });

  expect(await scene.run()).toMatchObject({ code: 0 });

  scene.expectComplete();
  expect(scene.release.immutable).toBe(true);
});

test('a release that is not immutable, though that was expected, is an error once it is public', async () => {
  await begin({ plan: { immutable: true } });

  for (const attempt of [1, 2]) {
    const { message: text } = await makeRelease(await scene.target([]), 'publish').then(() => new Error('none'), (error: Error) => error);
    expect({ attempt, text }).toEqual({
      attempt,
      text: `The release is not immutable: The release is public and complete (${scene.github.url}/acme/app/releases/tag/v1.0.0), but it is not immutable, and the declaration expects that. ` +
      'Turn on "release immutability" in the settings of acme/app or of its organization; it holds for releases from then on, not for this one.',
    });
  }
  scene.expectComplete();
});

test('a tag that an immutable release had is spent', async () => {
  await begin();
  scene.repository.burntTags.add(TAG);

  const [text] = textOf(await scene.run());

  expect(text).toMatch(/^An immutable release had the tag: An immutable release of acme\/app had tag v1\.0\.0\. /);
  expect(text).toMatch(/ Push a tag of another version\. Nothing is public: draft \d+ \(http\S+\) stays, and can be deleted\.$/);
});

test('title and notes are those of the declaration, with what was built and what is absent', async () => {
  await begin({
    plan: { title: 'App {version} ({tag})', notes: { ...PLAN.notes, kind: 'text', text: 'Version {version} & more', commits: true, checksums: true } },
    record: { absent: [{ job: 'build', platform: 'macos-x64', why: 'The *old* runners are going.' }] },
  });

  expect(await scene.run()).toMatchObject({ code: 0 });

  expect(scene.release.title).toBe('App 1.0.0 (v1.0.0)');
  expect(scene.release.notes).toContain([
    'Version 1.0.0 & more',
    '<!-- what was built -->',
    '**Not in this release: macos-x64.** The \\*old\\* runners are going.',
    ['| Repository | Ref | Commit |', '| --- | --- | --- |', `| acme/app | v1.0.0 | [${scene.built.slice(0, 7)}](${scene.github.url}/acme/app/commit/${scene.built}) |`].join('\n'),
    ['| File | SHA-256 |', '| --- | --- |', '| App-1.0.0.dmg | `'].join('\n'),
  ].join('\n\n'));
});

test.each([
  { what: 'with marks', before: 'Edited by hand.\r\n\r\n<!-- what was built -->\r\n\r\nother sums\r\n\r\n<!-- end of what was built -->\r\n\r\nThanks to all.', words: 'Edited by hand.\n\nThanks to all.' },
  { what: 'without', before: 'Edited by hand.', words: 'Edited by hand.' },
])('notes of a draft that was there, $what: the words stay, and what was built is that of this run', async ({ before, words }) => {
  await begin({ plan: { notes: { ...PLAN.notes, kind: 'text', text: 'Declared.', checksums: true } }, record: { absent: [{ job: 'build', platform: 'macos-x64', why: 'It may.' }] } });
  scene.repository.addRelease({ title: 'By hand', notes: before });
  const sums = Object.entries(scene.files).map(([name, bytes]) => `| ${name} | \`${digestOf(bytes).slice(7)}\` |`).sort();

  const draft = await scene.run('draft');

  expect(draft).toMatchObject({ code: 0 });
  expect(draft.stdout).toContain('Its title and the words of its notes stay.');
  expect(scene.release).toMatchObject({ draft: true, title: 'By hand' });
  expect(scene.release.notes).toBe([words, '<!-- what was built -->', '**Not in this release: macos-x64.** It may.', ['| File | SHA-256 |', '| --- | --- |', ...sums].join('\n'), '<!-- end of what was built -->'].join('\n\n'));
  scene.release.notes = scene.release.notes!.replaceAll('\n', '\r\n');
  expect(await scene.run()).toMatchObject({ code: 0 });
  scene.expectComplete();
  // once for the notes, and once to make it public
  expect(scene.github.log.filter(({ method }) => method === 'PATCH')).toHaveLength(2);
});

test('notes are the section of the changelog', async () => {
  await begin({ plan: { notes: { ...PLAN.notes, kind: 'changelog', path: 'CHANGELOG.md' } } });
  writeFileSync(join(scene.directory, 'CHANGELOG.md'), '# Changelog\n\n## [1.0.0] - 2026-11-25\n\n- It is there.\n\n## 0.9.0\n');

  expect(await scene.run()).toMatchObject({ code: 0 });

  expect(scene.release.notes).toBe('- It is there.');
});

test('notes that GitHub writes', async () => {
  await begin({ plan: { notes: { ...PLAN.notes, kind: 'generated', previousTag: 'v0.9.0', configurationFile: '.github/other.yml' } } });

  expect(await scene.run()).toMatchObject({ code: 0 });

  expect(scene.github.log.find(({ path }) => path.endsWith('generate-notes'))!.body).toEqual({ tag_name: TAG, previous_tag_name: 'v0.9.0', configuration_file_path: '.github/other.yml' });
  expect(scene.release.notes).toContain('compare/v0.9.0...v1.0.0');
});

test.each([
  { what: 'no section', write: '## 1.0.0-rc.1\n\ntext', title: 'The changelog says nothing of the version' },
  { what: 'no text', write: '## 1.0.0\n\n## 0.9.0\n', title: 'The changelog says nothing of the version' },
  { what: 'no file', write: undefined, title: 'The notes could not be read' },
])('a changelog with $what stops before anything is asked', async ({ write, title }) => {
  await begin({ elsewhere: 'acme/releases', plan: { notes: { ...PLAN.notes, kind: 'changelog', path: 'CHANGELOG.md' } } });
  if (write !== undefined) { writeFileSync(join(scene.directory, 'CHANGELOG.md'), write); }

  expect((await scene.run()).errors).toMatchObject([{ title }]);
  expect(scene.github.log).toEqual([]);
});
