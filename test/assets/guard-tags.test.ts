import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
afterAll(() => github.stop());

const run = (env: Record<string, string>) => runGuard(github, { REPOSITORIES: 'app self - - .', ...env });

it.each([
  // tag, name, version, prerelease
  ['v1.2.3', 'v1.2.3', '1.2.3', 'false'],
  ['1.2.3', '1.2.3', '1.2.3', 'false'],
  ['desktop-v1.2.3-beta.1', 'desktop-v1.2.3-beta.1', '1.2.3-beta.1', 'true'],
  ['app2.0-v1.2.3', 'app2.0-v1.2.3', '1.2.3', 'false'],
  ['app2.0.0-v1.2.3', 'app2.0.0-v1.2.3', '1.2.3', 'false'],
  ['v1.2.3+build-5', 'v1.2.3+build-5', '1.2.3+build-5', 'false'],
  ['v1.2.3-rc.1+build-5', 'v1.2.3-rc.1+build-5', '1.2.3-rc.1+build-5', 'true'],
  ['@acme/app@10.20.30', '@acme-app@10.20.30', '10.20.30', 'false'],
  ['release/1.2.3', 'release-1.2.3', '1.2.3', 'false'],
  ['v1.2', 'v1.2', '1.2', 'false'],
  ['v1.2-rc1', 'v1.2-rc1', '1.2-rc1', 'true'],
  ['2026.11.22', '2026.11.22', '2026.11.22', 'false'],
  ['v1.2.3-v2.0.0', 'v1.2.3-v2.0.0', '2.0.0', 'false'],
  ['v1.2.3.4', 'v1.2.3.4', '1.2.3.4', 'false'],
  ['v7', 'v7', '7', 'false'],
  ['app/v7', 'app-v7', '7', 'false'],
  // of Python
  ['v1.2.3rc1', 'v1.2.3rc1', '1.2.3rc1', 'true'],
  ['v1.2.3RC1', 'v1.2.3RC1', '1.2.3RC1', 'true'],
  ['v1.2.3b1', 'v1.2.3b1', '1.2.3b1', 'true'],
  ['1.2a1', '1.2a1', '1.2a1', 'true'],
  ['app-1.2.3.dev4', 'app-1.2.3.dev4', '1.2.3.dev4', 'true'],
  ['v1.2.3rc1+local.5', 'v1.2.3rc1+local.5', '1.2.3rc1+local.5', 'true'],
  ['v1.2.3.post1', 'v1.2.3.post1', '1.2.3.post1', 'false'],
  ['v1.2.3.post1.dev2', 'v1.2.3.post1.dev2', '1.2.3.post1.dev2', 'true'],
  ['v1.2.3rc1.post2', 'v1.2.3rc1.post2', '1.2.3rc1.post2', 'true'],
  ['v1.2.3_beta2', 'v1.2.3_beta2', '1.2.3_beta2', 'true'],
  // one number, and a word for what comes before it
  ['v1-beta', 'v1-beta', '1-beta', 'true'],
  ['v2-rc.1', 'v2-rc.1', '2-rc.1', 'true'],
  // zeros in front stay as they are
  ['v01.2.3', 'v01.2.3', '01.2.3', 'false'],
  ['v2026.01.05', 'v2026.01.05', '2026.01.05', 'false'],
  ['v1.2.3-rc.08', 'v1.2.3-rc.08', '1.2.3-rc.08', 'true'],
  // none that could be read
  ['nightly', 'nightly', 'nightly', 'true'],
  ['nightly-build', 'nightly-build', 'nightly-build', 'true'],
  ['night/ly', 'night-ly', 'night-ly', 'true'],
  ['a"b<c>d|e/f', 'a-b-c-d-e-f', 'a-b-c-d-e-f', 'true'],
  ['release-2026-w12', 'release-2026-w12', 'release-2026-w12', 'true'],
  ['v2026-11-25', 'v2026-11-25', 'v2026-11-25', 'true'],
  ['v2026-w12', 'v2026-w12', 'v2026-w12', 'true'],
  ['v1.2.3final', 'v1.2.3final', 'v1.2.3final', 'true'],
  ['57', '57', '57', 'true'],
  ['v1.2.3alpha4.5', 'v1.2.3alpha4.5', 'v1.2.3alpha4.5', 'true'],
  ['log4j2.17.0', 'log4j2.17.0', '2.17.0', 'false'],
])('tag %s', async (tag, name, version, prerelease) => {
  const { outputs } = await run({ GITHUB_REF_NAME: tag, TAG_FILTERS: '+ ^.*$' });
  expect(outputs).toMatchObject({ real: 'true', tag, name, version, prerelease });
});

it.each([
  ['+ ^v[^/]*$', 'v1', 'true'],
  ['+ ^v[^/]*$', 'v1/x', 'false'],
  ['+ ^v[^/]*$', 'dev1', 'false'],
  ['+ ^desktop-v[^/]*\\.[^/]*\\.[^/]*$', 'desktop-v1.2.3', 'true'],
  ['+ ^desktop-v[^/]*\\.[^/]*\\.[^/]*$', 'desktop-v1x2x3', 'false'],
  ['+ ^v.*$\n- ^v.*-rc$', 'v1-rc', 'false'],
  ['+ ^v.*$\n- ^v.*-rc$\n+ ^v9-rc$', 'v9-rc', 'true'],
  ['- ^v1$\n+ ^v.*$', 'v1', 'true'],
  ['+ ^v[0-9]+$', 'v12', 'true'],
  ['', 'v1', 'false'],
])('filters %j, tag %s: real is %s', async (filters, tag, real) => {
  const result = await run({ GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF_NAME: tag, TAG_FILTERS: filters });
  expect(result.outputs).toMatchObject({ real, tag });
  expect(result.annotations.map(({ level, text }) => [level, text]))
    .toEqual(real === 'true' ? [] : [['notice', `Nothing is published: this workflow is not for tag ${tag}.`]]);
});

describe('what GitHub has started by a push', () => {
  it.each(['', '- ^.*$', '+ ^.*/v[^/]*$'])('it has matched, whatever the filters say: %j', async (filters) => {
    const result = await run({ GITHUB_REF_NAME: 'v1.2.3', TAG_FILTERS: filters });
    expect(result).toMatchObject({ outputs: { real: 'true', tag: 'v1.2.3' }, annotations: [] });
  });

  it.each([
    ['of another workflow, which calls this one', { GITHUB_WORKFLOW_REF: 'acme/app/.github/workflows/all.yml@refs/tags/v1.2.3' }],
    ['of a workflow of another repository', { GITHUB_WORKFLOW_REF: 'other/app/.github/workflows/app.yml@refs/tags/v1.2.3' }],
    ['that nobody names', { GITHUB_WORKFLOW_REF: '' }],
    ['of a new ref, which no filter limits', { GITHUB_EVENT_NAME: 'create' }],
    ['by hand', { GITHUB_EVENT_NAME: 'workflow_dispatch' }],
  ])('is asked for %s', async (_what, env) => {
    expect((await run({ TAG_FILTERS: '- ^.*$', ...env })).outputs).toMatchObject({ real: 'false' });
    expect((await run({ TAG_FILTERS: '+ ^.*$', ...env })).outputs).toMatchObject({ real: 'true' });
  });

  it('is a rehearsal on a branch', async () => {
    expect((await run({ GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'v1.2.3' })).outputs).toMatchObject({ real: 'false', tag: '' });
  });
});

describe('a tag without a version', () => {
  it.each([
    ['nightly', { MARKED_BY: 'version' }, ['A tag holds no version']],
    ['v1.2.3rc1', { MARKED_BY: 'version' }, []],
    ['v1-beta', { MARKED_BY: 'version' }, []],
    // the declaration says what its releases are, or there are none
    ['nightly', {}, []],
    // nothing is published
    ['nightly', { MARKED_BY: 'version', GITHUB_EVENT_NAME: 'workflow_dispatch', TAG_FILTERS: '' }, ['A rehearsal']],
  ])('%s, %j: says %j', async (tag, env, titles) => {
    const result = await run({ GITHUB_REF_NAME: tag, ...env });
    expect(result.code).toBe(0);
    expect(result.annotations.map(({ title }) => title)).toEqual(titles);
  });
});

it('takes a branch for a rehearsal', async () => {
  const result = await run({ GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'feature/v1.2.3', TAG_FILTERS: '+ ^.*$' });
  expect(result.outputs).toMatchObject({ real: 'false', tag: '', name: 'feature-v1.2.3', version: '', prerelease: 'false' });
  expect(result.annotations).toEqual([
    { level: 'notice', title: 'A rehearsal', text: 'Nothing is published: feature/v1.2.3 is no tag.' },
  ]);
});
