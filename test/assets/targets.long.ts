import { allowPublishing, toPublish } from './guard-rows';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';

const RULESET = '/repos/acme/releases/rulesets/7?includes_parents=true';

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => {
  github.reset();
  allowPublishing(github);
});
afterAll(() => github.stop());

const titles = (run: { annotations: readonly { title: string }[] }) => run.annotations.map(({ title }) => title);

describe('a ruleset', () => {
  it.each([
    ['a pattern', {}, 'v1.2.3'],
    ['every tag', { include: ['~ALL'] }, 'v1.2.3'],
    ['the second pattern', { include: ['refs/tags/x', 'refs/tags/v1.?.3'] }, 'v1.2.3'],
    ['a name with a slash', { include: ['refs/tags/app/v*'] }, 'app/v1'],
    ['those who may bypass it in pull requests alone', { bypass: 'pull_requests_only' }, 'v1.2.3'],
    ['what another pattern excludes', { exclude: ['refs/tags/v2*'] }, 'v1.2.3'],
  ])('refuses %s', async (_, ruleset, tag) => {
    github.on({ path: RULESET }, answers.tagRuleset(ruleset));
    const run = await runGuard(github, toPublish({ GITHUB_REF_NAME: tag, TAG_FILTERS: '+ .' }));
    expect(titles(run)).toEqual(['A ruleset refuses the tag']);
    expect(run.code).toBe(1);
  });

  it.each([
    ['is not active', { enforcement: 'evaluate' }, 'v1.2.3'],
    ['lets the token pass', { bypass: 'always' }, 'v1.2.3'],
    ['does not say whether the token may pass', { bypass: '' }, 'v1.2.3'],
    ['has no rule about creation', { rules: ['deletion', 'update'] }, 'v1.2.3'],
    ['is for other tags', { include: ['refs/tags/release-*', 'refs/tags/v1'] }, 'v1.2.3'],
    ['is for branches of that name', { include: ['refs/heads/*', '*'] }, 'v1.2.3'],
    ['excludes the tag', { exclude: ['refs/tags/v1*'] }, 'v1.2.3'],
    ['may exclude the tag', { exclude: ['refs/**/*'] }, 'v1.2.3'],
    ['may exclude the tag by a set', { exclude: ['refs/tags/v[0-9]*'] }, 'v1.2.3'],
    ['has a star that a slash ends', { include: ['refs/tags/*', 'refs/*'] }, 'app/v1'],
    ['takes a dot for a dot', { include: ['refs/tags/v1.2.3'] }, 'v1x2.3'],
  ])('refuses nothing where it %s', async (_, ruleset, tag) => {
    github.on({ path: RULESET }, answers.tagRuleset(ruleset));
    expect(await runGuard(github, toPublish({ GITHUB_REF_NAME: tag, TAG_FILTERS: '+ .' }))).toMatchObject({ code: 0, annotations: [] });
  });
});

it.each([
  ['rulesets', '/repos/acme/releases/rulesets?targets=tag&includes_parents=true&per_page=100'],
  ['one ruleset', RULESET],
])('what GitHub says of %s in another way refuses nothing', async (_, path) => {
  for (const reply of [answers.notFound(), answers.message(422, 'Validation Failed'), { status: 200, body: '<html>Sign in</html>' }, { status: 502 }]) {
    github.on({ path }, reply);
    expect(await runGuard(github, toPublish())).toMatchObject({ code: 0, annotations: [] });
  }
});

it.each([
  ['the repository', '/repos/acme/releases', 'GET'],
  ['the right to write', '/repos/acme/releases/releases/generate-notes', 'POST'],
  ['the release of the tag', '/repos/acme/releases/releases/tags/v1.2.3', 'GET'],
])('takes no answer of a proxy, and no trouble, for a proof of %s', async (_, path, method) => {
  github.on({ path, method }, { status: 200, body: '<html>"archived"="false" Sign in</html>' });
  expect(titles(await runGuard(github, toPublish()))).toEqual(['GitHub gave an unexpected answer']);
  github.on({ path, method }, { status: 502 });
  expect(titles(await runGuard(github, toPublish()))).toEqual(['GitHub has trouble']);
});
