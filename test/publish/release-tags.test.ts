import { ReleaseScene, type SceneOptions, TAG } from './support/release-scene';
import { message } from '../support/github-answers';

let scene: ReleaseScene;
const begin = async (options: SceneOptions = {}) => { scene = await ReleaseScene.start(options); };

afterEach(async () => scene.close());

const elsewhere = 'acme/releases';
const textOf = ({ errors }: Awaited<ReturnType<ReleaseScene['run']>>) => errors.map(({ title, text }) => `${title}: ${text}`);

describe('in the workflow\'s repository', () => {
  test('an annotated tag is followed to its commit', async () => {
    await begin();
    scene.source.addTag(TAG, { commit: scene.built, annotated: true });

    expect(await scene.run()).toMatchObject({ code: 0 });
    scene.expectComplete();
  });

  test('a tag that was moved publishes nothing', async () => {
    await begin();
    const { built } = scene;
    scene.source.addTag(TAG);

    const run = await scene.runAs(built);

    expect(textOf(run)).toEqual([
      `The tag was moved: Tag v1.0.0 of acme/app points to ${scene.source.head}, and these files belong to ${built}. Nothing is published for a tag that moves: push a new one.`,
    ]);
    expect(scene.repository.releases).toEqual([]);
  });

  test('a tag that is gone publishes nothing', async () => {
    await begin();
    const { built } = scene;
    scene.source.refs.delete(`refs/tags/${TAG}`);

    expect(textOf(await scene.runAs(built))[0]).toContain(`The tag was moved: Tag v1.0.0 of acme/app is gone, and these files belong to ${built}.`);
    expect(scene.repository.releases).toEqual([]);
  });

  test('a tag that is moved while the files are uploaded keeps the release a draft', async () => {
    await begin();
    const { built } = scene;
    scene.github.inject({ method: 'POST', path: 'assets?name=' }, { call: () => scene.source.addTag(TAG) });

    const run = await scene.runAs(built);

    expect(textOf(run)[0]).toMatch(/^The tag was moved: .* Nothing is published for a tag that moves: push a new one\. Nothing is public: draft \d+ \(http\S+\) stays, and can be deleted\.$/);
    expect(scene.release.draft).toBe(true);
  });

  test('a tag that is moved while the other releases are compared keeps the release a draft', async () => {
    await begin();
    const { built } = scene;
    let lists = 0;
    scene.github.inject({ method: 'GET', path: '/releases?per_page', times: 99 }, {
      call: () => {
        lists += scene.repository.releases[0]?.assets.length === 4 ? 1 : 0;
        // the first one looks for other drafts
        if (lists === 2) { scene.source.addTag(TAG); }
      },
    });

    expect(textOf(await scene.runAs(built))[0]).toMatch(/^The tag was moved: /);
    expect(lists).toBe(2);
    expect(scene.release.draft).toBe(true);
  });

  test('a tag that is moved the moment it becomes public is told', async () => {
    await begin();
    const { built } = scene;
    scene.github.inject({ method: 'PATCH' }, { call: () => scene.source.addTag(TAG) });

    const run = await scene.runAs(built);

    expect(textOf(run)[0]).toMatch(/^The tag was moved: .* See who moves tags, and push a new one\. The release is public already: http\S+\/acme\/app\/releases\/tag\/v1\.0\.0\.$/);
    expect(scene.release.draft).toBe(false);
  });
});

test.each(['desktop/v1.0.0', '@acme/app@1.0.0', 'v1.0.0+100%25', 'v1.0.0-\u00e9', 'a#b&c', '%0A::set-output name=url::v1'])('a tag called %s is published, and its page is named once encoded', async (tag) => {
  await begin({ tag, elsewhere });

  const { code, stdout, summary, outputs } = await scene.run();

  expect({ code, stdout }).toMatchObject({ code: 0 });
  scene.expectComplete();
  expect(scene.repository.commitOf(`refs/tags/${tag}`)).toBe(scene.repository.head);
  const url = `${scene.github.url}/acme/releases/releases/tag/${encodeURIComponent(tag)}`;
  expect(outputs).toEqual({ id: String(scene.release.id), url });
  expect(summary).toContain(`is public. <${url}>`);
});

describe('in another repository', () => {
  test('the tag is made first of all, at the head of the default branch, and nothing says target_commitish', async () => {
    await begin({ elsewhere });

    expect(await scene.run('draft')).toMatchObject({ code: 0 });

    const { log } = scene.github;
    expect(scene.repository.commitOf(`refs/tags/${TAG}`)).toBe(scene.repository.head);
    expect(log.filter(({ method }) => method === 'POST').map(({ path }) => path.split('?')[0])[0]).toBe('/repos/acme/releases/git/refs');
    expect(JSON.stringify(log.map(({ body }) => body))).not.toContain('target_commitish');
    scene.repository.addCommit();
    expect(await scene.run('publish')).toMatchObject({ code: 0 });
    scene.expectComplete();
    expect(scene.repository.commitOf(`refs/tags/${TAG}`)).not.toBe(scene.repository.head);
  });

  test('a tag that is there stays where it is', async () => {
    await begin({ elsewhere });
    const first = scene.repository.head;
    scene.repository.addTag(TAG, { annotated: true });
    scene.repository.addCommit();

    expect(await scene.run()).toMatchObject({ code: 0 });

    scene.expectComplete();
    expect(scene.repository.commitOf(`refs/tags/${TAG}`)).toBe(first);
  });

  test('a tag that another run makes at the same time counts', async () => {
    await begin({ elsewhere });
    scene.github.inject({ method: 'POST', path: '/git/refs' }, { answer: message(422, 'Reference already exists'), call: () => scene.repository.addTag(TAG) });

    expect(await scene.run()).toMatchObject({ code: 0 });
    scene.expectComplete();
  });

  test('a ruleset that allows no such tag stops before there is a draft', async () => {
    await begin({ elsewhere });
    scene.repository.addRuleset();

    const run = await scene.run();

    expect(textOf(run)).toEqual([
      'The tag could not be made: acme/releases does not let the token make tag v1.0.0 (422: "Repository rule violations found  Cannot create ref due to creations being restricted.  "). ' +
      'A ruleset of its tags restricts that: add the token\'s owner or App to the bypass list of the ruleset, or exclude such tags from it. Then choose "Re-run failed jobs".',
    ]);
    expect(scene.repository.releases).toEqual([]);
  });

  test('a token that may only read is told what it lacks', async () => {
    await begin({ elsewhere, env: { TOKEN: 'ghp_readsonly' } });
    scene.github.addToken('ghp_readsonly', { kind: 'fine-grained', repositories: { [elsewhere]: ['contents:read'] } });

    expect(textOf(await scene.run())).toEqual([
      'The publishing token lacks a right: The token may not make tag v1.0.0 in acme/releases (403: "Resource not accessible by personal access token"). It needs: contents=write. ' +
      'Give it what is missing. Then choose "Re-run failed jobs".',
    ]);
  });

  test('a repository without a commit can have no tag', async () => {
    await begin({ elsewhere });
    scene.repository.refs.clear();
    scene.repository.commits.clear();

    expect(textOf(await scene.run())).toEqual([
      'The release repository is empty: GitHub could not read acme/releases (409: "Git Repository is empty."). A repository without a commit can have no tag: push one. Then choose "Re-run failed jobs".',
    ]);
  });
});
