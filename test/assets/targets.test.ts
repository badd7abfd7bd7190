import { allowPublishing, expiry, SHA, TOKEN, toPublish } from './guard-rows';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { asset } from '../support/run-script';

const RULESET = '/repos/acme/releases/rulesets/7?includes_parents=true';
const ON_A_BRANCH = { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' };

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => {
  github.reset();
  allowPublishing(github);
});
afterAll(() => github.stop());

const asked = () => github.requests.map(({ method, path }) => `${method} ${path.replace('/repos/acme', '')}`);
const titles = (run: { annotations: readonly { title: string }[] }) => run.annotations.map(({ title }) => title);

it('asks everything before the build, and writes nothing', async () => {
  const run = await runGuard(github, toPublish());
  expect(run).toMatchObject({ code: 0, annotations: [], stderr: '', leftovers: [] });
  expect(asked()).toEqual([
    'GET /releases/commits/HEAD',
    'GET /releases',
    'POST /releases/releases/generate-notes',
    'GET /releases/releases/tags/v1.2.3',
    'GET /releases/git/ref/tags/v1.2.3',
    'GET /releases/rulesets?targets=tag&includes_parents=true&per_page=100',
    'GET /releases/rulesets/7?includes_parents=true',
  ]);
  expect(new Set(github.requests.map(({ token }) => token))).toEqual(new Set([TOKEN]));
  expect(Object.keys(run.outputs)).toEqual(['real', 'tag', 'name', 'version', 'prerelease', 'commit-app']);
});

it('asks about no tag on a branch, and about no tag that the workflow is not for', async () => {
  for (const env of [ON_A_BRANCH, { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF_NAME: 'nightly' }]) {
    github.requests.length = 0;
    expect(await runGuard(github, toPublish(env))).toMatchObject({ code: 0 });
    expect(asked()).toEqual(['GET /releases/commits/HEAD', 'GET /releases', 'POST /releases/releases/generate-notes']);
  }
});

it('asks only about the tag where the release lies in its own repository', async () => {
  const own = toPublish({ TARGETS: 'release self release -', SECRETS: '' });
  expect(await runGuard(github, own)).toMatchObject({ code: 0, annotations: [] });
  expect(asked()).toEqual(['GET /app/releases/tags/v1.2.3', 'GET /app/git/ref/tags/v1.2.3', 'GET /app/rulesets?targets=tag&includes_parents=true&per_page=100']);
  github.requests.length = 0;
  await runGuard(github, { ...own, ...ON_A_BRANCH });
  expect(github.requests).toEqual([]);
});

it('asks about no ruleset where the tag is there', async () => {
  github.on({ path: '/repos/acme/releases/git/ref/tags/v1.2.3' }, answers.json(200, { ref: 'refs/tags/v1.2.3' }));
  github.on({ path: RULESET }, answers.tagRuleset({}));
  expect(await runGuard(github, toPublish())).toMatchObject({ code: 0 });
});

it('refuses a tag where a ruleset does, and no other', async () => {
  github.on({ path: RULESET }, answers.tagRuleset({}));
  expect(titles(await runGuard(github, toPublish()))).toEqual(['A ruleset refuses the tag']);
  github.on({ path: RULESET }, answers.tagRuleset({ exclude: ['refs/tags/v1*'] }));
  expect(await runGuard(github, toPublish())).toMatchObject({ code: 0, annotations: [] });
});

it('asks for notes once more, which keeps nothing', async () => {
  github.on({ method: 'POST' }, { status: 502 }, answers.json(200, { name: 'x', body: 'y' }));
  expect(await runGuard(github, toPublish())).toMatchObject({ code: 0, annotations: [] });
  expect(asked().filter((one) => one.startsWith('POST'))).toHaveLength(2);
});

it('takes notes that are refused for another reason for the right to write', async () => {
  github.on({ method: 'POST' }, answers.message(422, 'Validation Failed'));
  expect(await runGuard(github, toPublish())).toMatchObject({ code: 0, annotations: [] });
});

it('reads keys of JSON, and not what a text in it quotes', async () => {
  const quoted = '{"archived": true, "permissions": {"push": false}, "draft": false, "immutable": true, "ref_name": {"include": ["~ALL"]}}';
  const { body } = answers.repository('acme/releases');
  github.on({ path: '/repos/acme/releases' }, answers.json(200, { description: quoted, ...JSON.parse(String(body)) }));
  github.on({ path: '/repos/acme/releases/releases/tags/v1.2.3' }, answers.json(200, { name: quoted, draft: false, immutable: false, body: quoted }));
  github.on({ path: RULESET }, { ...answers.tagRuleset({ include: ['refs/tags/x'] }), body: String(answers.tagRuleset({ include: ['refs/tags/x'] }).body).replace('"tags"', JSON.stringify(quoted)) });
  const run = await runGuard(github, toPublish());
  expect(titles(run)).toEqual(['A release has the tag already']);
  expect(run.code).toBe(0);
});

it('takes the words of an App for no role', async () => {
  github.on({ path: '/repos/acme/releases' }, answers.repository('acme/releases', { push: false }));
  const app = toPublish({ TARGETS: 'release acme/releases release app:RELEASER', SECRETS: '', TOKEN_RELEASER: 'ghs_1' });
  expect(await runGuard(github, app)).toMatchObject({ code: 0, annotations: [] });
});

it('warns of a token that expires soon, whatever it is for', async () => {
  github.on({ path: '/repos/acme/releases/commits/HEAD' }, answers.commit(SHA, expiry(100)));
  github.on({ path: '/repos/acme/site' }, { ...answers.repository('acme/site'), headers: expiry(100) });
  for (const TARGETS of [toPublish().TARGETS, 'site acme/site workflow token:RELEASE_TOKEN release.yml']) {
    expect(titles(await runGuard(github, toPublish({ TARGETS })))).toEqual(['A token expires soon']);
  }
});

it('says the new name of a repository with a workflow to start', async () => {
  github.on({ path: '/repos/acme/site' }, answers.movedTo(`${github.apiUrl}/repositories/7`));
  github.on({ path: '/repositories/7' }, answers.repository('acme/web'));
  const run = await runGuard(github, toPublish({ TARGETS: 'site acme/site workflow token:RELEASE_TOKEN release.yml' }));
  expect(run.annotations).toMatchObject([{ level: 'error', title: 'A repository was renamed', text: expect.stringContaining('acme/web') }]);
  github.on({ path: '/repos/acme/site' }, answers.movedTo('https://elsewhere.example/repositories/7'));
  expect(titles(await runGuard(github, toPublish({ TARGETS: 'site acme/site workflow token:RELEASE_TOKEN release.yml' })))).toEqual(['GitHub gave an unexpected answer']);
});

it('names a file with spaces, and a tag that holds what JSON and shells read', async () => {
  github.on({ path: '/repos/acme/site/actions/workflows/my%20site.yml' }, answers.json(200, { state: 'active' }));
  const run = await runGuard(github, toPublish({
    TARGETS: 'release acme/releases release token:RELEASE_TOKEN\nsite acme/site workflow token:RELEASE_TOKEN my site.yml',
    GITHUB_REF_NAME: 'v1"$(id)`;%',
    TAG_FILTERS: '+ .',
  }));
  expect(run).toMatchObject({ code: 0, annotations: [], stderr: '' });
  expect(asked()).toContain('GET /releases/releases/tags/v1%22%24%28id%29%60%3B%25');
});

it('asks about all targets and repositories at one time', async () => {
  github.on({ path: /\/commits\/HEAD$/ }, answers.commit(SHA));
  github.on({ path: /^\/repos\/acme\/r\d$/ }, answers.repository('acme/r'));
  github.on({ method: 'POST' }, answers.json(200, { name: '', body: '' }));
  github.holdUntil(6);
  const run = await runGuard(github, toPublish({
    REPOSITORIES: 'a acme/a HEAD - a\nb acme/b HEAD - b',
    TARGETS: ['r1', 'r2', 'r3', 'r4'].map((id) => `${id} acme/${id} release token:${id}`).join('\n'),
    TOKEN_r1: '1',
    TOKEN_r2: '2',
    TOKEN_r3: '3',
    TOKEN_r4: '4',
    ...ON_A_BRANCH,
  }));
  expect(run.code).toBe(0);
  expect(github.mostAtOnce).toBe(6);
});

it('ends within the time limit', async () => {
  github.on({ path: RULESET }, answers.hang);
  const run = await runGuard(github, toPublish({ TIME_LIMIT: '1' }));
  expect(run).toMatchObject({ code: 1, annotations: [{ title: expect.stringMatching(/^(The check ran out of time|GitHub could not be reached)$/) }] });
});

it('is needed only where something is published', async () => {
  github.on({}, answers.commit(SHA));
  const script = ['say', 'report', 'secrets', 'requests', 'answers', 'guard'].map(asset).join('\n');
  expect(await runGuard(github, { ...toPublish(), TARGETS: '' }, { script })).toMatchObject({ code: 0, stderr: '' });
});
