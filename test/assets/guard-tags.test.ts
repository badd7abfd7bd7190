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
  ['v1.2.3.4', 'v1.2.3.4', 'v1.2.3.4', 'false'],
  ['nightly', 'nightly', 'nightly', 'false'],
  ['nightly-build', 'nightly-build', 'nightly-build', 'false'],
  ['night/ly', 'night-ly', 'night-ly', 'false'],
  ['a"b<c>d|e/f', 'a-b-c-d-e-f', 'a-b-c-d-e-f', 'false'],
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
  const result = await run({ GITHUB_REF_NAME: tag, TAG_FILTERS: filters });
  expect(result.outputs).toMatchObject({ real, tag });
  expect(result.annotations.map(({ level, text }) => [level, text]))
    .toEqual(real === 'true' ? [] : [['notice', `Nothing is published: this workflow is not for tag ${tag}.`]]);
});

it('takes a branch for a rehearsal', async () => {
  const result = await run({ GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'feature/v1.2.3', TAG_FILTERS: '+ ^.*$' });
  expect(result.outputs).toMatchObject({ real: 'false', tag: '', name: 'feature-v1.2.3', version: '', prerelease: 'false' });
  expect(result.annotations).toEqual([
    { level: 'notice', title: 'A rehearsal', text: 'Nothing is published: feature/v1.2.3 is no tag.' },
  ]);
});
