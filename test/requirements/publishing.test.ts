import type { CredentialModel, FollowUpModel, GithubReleaseModel, NpmModel, PublishTargetModel } from '../../src/model/model';
import { githubRelease } from '../render/models';
import { addList, addRepository, addSettings, rawFile } from '../support/fake-github-doctor';
import * as answers from '../support/github-answers';
import { findingsOf, OWN, TOKEN, useFakeGitHub } from '../tasks/doctor/examine';

const github = useFakeGitHub();
const RELEASES = 'acme/releases';
const WRITER = 'ghp_9TheTokenInTheSecret';
const NOTES = { method: 'POST', path: `/repos/${RELEASES}/releases/generate-notes` };

const byToken: CredentialModel = { kind: 'token', secret: 'RELEASE_TOKEN' };
const byApp: CredentialModel = { kind: 'github-app', secret: 'APP_KEY', clientIdVariable: 'APP_ID', clientIdSecret: '', tokenId: 'APP_KEY_acme' };
const exported = { RELEASE_TOKEN: WRITER };

const release = (overrides: Partial<GithubReleaseModel> = {}) => githubRelease({ repository: RELEASES, credential: byToken, ...overrides });
const npm: NpmModel = { kind: 'npm', id: 'npm', declaredAt: 'publish[0]', package: '@acme/app', tarball: '*.tgz', staged: true, distTag: 'latest', environment: 'npm' };
const followUp = (overrides: Partial<FollowUpModel> = {}): FollowUpModel => ({
  kind: 'workflow', id: 'follow-up', declaredAt: 'publish[0]', repository: 'acme/site', workflow: 'site.yml', credential: byToken, ref: '', inputs: {}, ...overrides,
});

async function look(kind: string, target: PublishTargetModel, env: Record<string, string> = {}) {
  return findingsOf(kind, github(), { publish: [target] }, { env });
}

function answerOf(repository: string, fields: object): void {
  github().on({ path: `/repos/${repository}` }, answers.json(200, { full_name: repository, private: false, ...fields }));
}

beforeEach(() => {
  addRepository(github(), OWN);
  addRepository(github(), RELEASES);
  answerOf(RELEASES, { permissions: { push: true } });
  github().on({ ...NOTES, token: WRITER }, answers.json(200, { name: '', body: '' }));
  addList(github(), `/repos/${RELEASES}/rulesets?targets=tag&includes_parents=true`, '', []);
});

describe('a release in another repository', () => {
  const first = async (target: PublishTargetModel, env?: Record<string, string>) => (await look('release-targets', target, env))[0];

  test('an exported token is tried, by what leaves nothing behind', async () => {
    expect(await first(release(), exported)).toMatchObject({ subject: 'a release in acme/releases', status: 'ok', detail: 'the exported token may write there' });
    expect(github().requests.filter(({ method }) => method !== 'GET').map(({ path }) => path)).toEqual([NOTES.path]);
  });

  test('without its value nothing is proven', async () => {
    expect(await first(release())).toMatchObject({ status: 'unknown', detail: expect.stringContaining('whether RELEASE_TOKEN may write'), fix: expect.stringContaining('Export RELEASE_TOKEN') });
    expect(await first(release({ credential: byApp }))).toMatchObject({ status: 'unknown', fix: expect.stringContaining('installed on acme/releases with Contents: write') });
  });

  test.each<[string, () => void]>([
    ['a token lacks a permission', () => github().on(NOTES, answers.notAccessible('contents=write'))],
    ['a token lacks a permission', () => github().on(NOTES, answers.notFound())],
    ['a repository was renamed', () => answerOf(RELEASES, { full_name: 'acme/downloads', permissions: { push: true } })],
    ['a token may only read a repository', () => answerOf(RELEASES, { permissions: { push: false } })],
    ['a repository is archived', () => answerOf(RELEASES, { archived: true, permissions: { push: true } })],
    ['a repository is empty', () => github().on({ path: `/repos/${RELEASES}/commits/HEAD` }, answers.emptyRepository())],
    ['a token was rejected', () => github().on({ path: `/repos/${RELEASES}/commits/HEAD`, token: WRITER }, answers.badCredentials())],
  ])('says as the guard would: %s', async (detail, prepare) => {
    prepare();
    expect(await first(release(), exported)).toMatchObject({ status: 'missing', detail });
  });

  test('what keeps everybody out is told without the token, too', async () => {
    answerOf(RELEASES, { archived: true });
    expect(await first(release({ credential: byApp }))).toMatchObject({ status: 'missing', detail: 'a repository is archived' });
  });

  test('what GitHub does not show is unknown', async () => {
    github().on({ path: `/repos/${RELEASES}` }, answers.notFound());
    expect(await first(release())).toMatchObject({ status: 'unknown', detail: 'GitHub does not show it to you (404)' });
  });

  test('another answer to the notes proves nothing', async () => {
    github().on(NOTES, answers.message(422, 'Validation Failed'));
    expect(await first(release(), exported)).toMatchObject({ status: 'unknown' });
  });

  test('a ruleset that refuses the tag is certain only for whoever asked', async () => {
    addList(github(), `/repos/${RELEASES}/rulesets?targets=tag&includes_parents=true`, '', [{ id: 7, target: 'tag', enforcement: 'active' }]);
    github().on({ path: `/repos/${RELEASES}/rulesets/7?includes_parents=true` }, answers.tagRuleset({}));
    expect((await look('release-targets', release(), exported))[1]).toMatchObject({ subject: expect.stringMatching(/^making v.* in acme\/releases$/), status: 'missing' });
    expect((await look('release-targets', release()))[1]).toMatchObject({ status: 'unknown', detail: expect.stringContaining("the ruleset 'tags' lets you create no such tag; whether the credential may pass") });
  });
});

test('a release in the repository itself is a right of its job', async () => {
  expect(await look('release-targets', githubRelease({}))).toMatchObject([{ subject: 'a release in this repository', status: 'ok' }]);
});

describe('immutable releases that are expected', () => {
  const last = async () => (await look('release-targets', githubRelease({ immutable: true }))).at(-1);
  const path = `/repos/${OWN}/immutable-releases`;

  test('are switched on or off', async () => {
    github().on({ path }, answers.json(200, { enabled: true, enforced_by_owner: false }));
    expect(await last()).toMatchObject({ subject: 'immutable releases in this repository', status: 'ok' });
    github().on({ path }, answers.json(200, { enabled: false }));
    expect(await last()).toMatchObject({ status: 'missing', fix: expect.stringContaining('leave immutable out') });
  });

  test('are off where an admin does not find them, and unknown to others', async () => {
    expect(await last()).toMatchObject({ status: 'unknown' });
    answerOf(OWN, { permissions: { admin: true } });
    expect(await last()).toMatchObject({ status: 'missing', detail: 'switched off' });
  });
});

describe('a package on npm', () => {
  const lookAt = async (reply: answers.Reply) => {
    github().on({ path: '/npm/@acme%2fapp/latest', token: '' }, reply);
    return (await look('npm-packages', npm, { npm_config_registry: `${github().serverUrl}/npm` }))[0];
  };

  test('was published by a trusted publisher', async () => {
    expect(await lookAt(answers.json(200, { version: '1.2.0', _npmUser: { name: 'GitHub Actions', trustedPublisher: { id: 'github' } } })))
      .toMatchObject({ subject: '@acme/app', status: 'ok', detail: expect.stringMatching(/^the newest version is 1\.2\.0, published by a trusted publisher/) });
  });

  test.each([
    ['with a provenance', { attestations: { url: 'x' } }],
    ['without a trusted publisher', {}],
  ])('was published %s', async (how, dist) => {
    expect(await lookAt(answers.json(200, { version: '1.2.0', _npmUser: { name: 'jane' }, dist }))).toMatchObject({
      status: 'unknown',
      detail: expect.stringContaining(how),
      fix: 'See that the trusted publisher there is repository acme/app, workflow installers.yml, environment npm: https://www.npmjs.com/package/@acme/app/access.',
    });
  });

  test('is not there, or npm says something else', async () => {
    expect(await lookAt(answers.notFound())).toMatchObject({ status: 'missing', fix: expect.stringContaining('Publish a first version by hand') });
    for (const reply of [{ status: 502 }, answers.json(200, []), { status: 200, body: '<html>' }]) {
      expect(await lookAt(reply)).toMatchObject({ status: 'unknown' });
    }
  });
});

describe('a workflow that is started', () => {
  const path = '/repos/acme/site/actions/workflows/site.yml';
  const file = '/repos/acme/site/contents/.github/workflows/site.yml';
  const first = async (target = followUp()) => (await look('started-workflows', target))[0];

  beforeEach(() => {
    addRepository(github(), 'acme/site');
    github().on({ path }, answers.json(200, { state: 'active' }));
    github().on({ path: file }, rawFile('on:\n  push:\n  workflow_dispatch:\n'));
  });

  test('is there and listens', async () => {
    expect(await first()).toMatchObject({ subject: 'site.yml in acme/site (follow-up)', status: 'ok' });
  });

  test('is read on the ref that it is started on', async () => {
    github().on({ path: `${file}?ref=next` }, rawFile('on: push # workflow_dispatch\n'));
    expect(await first(followUp({ ref: 'next' }))).toMatchObject({ status: 'missing', detail: 'it does not listen to workflow_dispatch' });
  });

  test('is switched off', async () => {
    github().on({ path }, answers.json(200, { state: 'disabled_inactivity' }));
    expect(await first()).toMatchObject({ status: 'missing', detail: 'it is switched off (disabled_inactivity)' });
  });

  test('is not there, or not shown', async () => {
    github().on({ path }, answers.notFound());
    expect(await first()).toMatchObject({ status: 'missing', detail: expect.stringContaining('no workflow file') });
    github().on({ path: '/repos/acme/site' }, answers.notFound());
    expect(await first()).toMatchObject({ status: 'unknown' });
  });

  test('may be started, as far as a role tells', async () => {
    answerOf('acme/site', { permissions: { push: false } });
    expect((await look('started-workflows', followUp(), exported))[1]).toMatchObject({ subject: 'the right to start site.yml in acme/site (follow-up)', status: 'missing' });
    answerOf('acme/site', { permissions: { push: true } });
    expect((await look('started-workflows', followUp(), exported))[1]).toMatchObject({ status: 'unknown', fix: expect.stringContaining('Actions: write') });
  });

  test('is one of the repository itself', async () => {
    github().on({ path: `/repos/${OWN}/actions/workflows/site.yml` }, answers.json(200, { state: 'active' }));
    github().on({ path: `/repos/${OWN}/contents/.github/workflows/site.yml` }, rawFile('on: workflow_dispatch\n'));
    expect(await look('started-workflows', followUp({ repository: '', credential: { kind: 'workflow-token' } })))
      .toMatchObject([{ subject: 'site.yml in this repository (follow-up)', status: 'ok' }]);
  });
});

describe('what other requirements ask of publish targets', () => {
  beforeEach(() => addSettings(github(), OWN));

  test('environments', async () => {
    expect(await look('environments', npm)).toMatchObject([{ subject: 'npm', status: 'missing' }]);
  });

  test('variables', async () => {
    expect(await look('variables', release({ credential: byApp }))).toMatchObject([{ subject: 'APP_ID', status: 'missing' }]);
  });

  test('runners', async () => {
    expect((await look('runner-labels', githubRelease({}))).map(({ subject }) => subject)).toContain('ubuntu-latest');
  });

  test('the end of a token that writes', async () => {
    addList(github(), `/repos/${OWN}/actions/secrets`, 'secrets', [{ name: 'RELEASE_TOKEN', updated_at: '2024-01-01T00:00:00Z' }]);
    const secret = {
      title: 'RELEASE_TOKEN',
      required: true,
      names: ['RELEASE_TOKEN'],
      env: {},
      purpose: 'x',
      environments: [],
      without: '',
      envWithout: {},
      usedBy: { repositories: [], legs: [], steps: [], targets: ['release'], dependencies: [] },
    };
    const [found] = await findingsOf('secrets', github(), { publish: [release()], secrets: [secret] });
    expect(found).toMatchObject({ status: 'ok', detail: expect.stringContaining('may have expired') });
  });
});

test('no token reaches another place than GitHub', async () => {
  await look('npm-packages', npm, { npm_config_registry: `${github().serverUrl}/npm` });
  expect(github().requests.find(({ path }) => path.startsWith('/npm/'))).toMatchObject({ token: '' });
  expect(JSON.stringify(github().requests.filter(({ path }) => path.startsWith('/npm/')))).not.toContain(TOKEN);
});
