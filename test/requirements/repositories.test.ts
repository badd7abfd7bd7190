import type { CredentialModel } from '../../src/model/model';
import { guardMessages } from '../../src/text/guard-messages';
import { repository } from '../render/models';
import { addList, addRepository, SHA } from '../support/fake-github-doctor';
import * as answers from '../support/github-answers';
import { findingsOf, OWN, useFakeGitHub } from '../tasks/doctor/examine';

const github = useFakeGitHub();
const NAME = 'acme/server';
const COMMIT = `/repos/${NAME}/commits/HEAD`;
const PROBED = 'ghp_9TheTokenInTheSecret';

async function look(kind: string, credential: CredentialModel, options: { exported?: string; ref?: string; env?: Record<string, string> } = {}) {
  const repositories = [repository(), repository({ id: 'server', name: NAME, path: 'server', ref: options.ref ?? 'HEAD', credential })];
  const env = { ...options.exported !== undefined && { READ_TOKEN: options.exported }, ...options.env };
  return findingsOf(kind, github(), { repositories }, { env });
}

const byWorkflow = { kind: 'workflow-token' } as const;
const byToken = { kind: 'token', secret: 'READ_TOKEN' } as const;
const byKey = { kind: 'deploy-key', secret: 'KEY' } as const;
const byApp = { kind: 'github-app', secret: 'APP_KEY', clientIdVariable: 'APP_ID', clientIdSecret: '', tokenId: 'APP_KEY_acme' } as const;

beforeEach(() => addRepository(github(), OWN));

describe('read with the workflow\'s own token', () => {
  test('a public repository is ok, without credentials too', async () => {
    addRepository(github(), NAME);

    expect(await look('readable-repositories', byWorkflow)).toMatchObject([{ subject: NAME, status: 'ok', detail: 'public' }]);
    expect(await look('readable-repositories', byWorkflow, { env: { GH_TOKEN: '' } })).toMatchObject([{ status: 'ok' }]);
  });

  test('a private one is missing a credential, though the user sees it', async () => {
    addRepository(github(), NAME, { private: true });

    expect(await look('readable-repositories', byWorkflow)).toMatchObject([{ status: 'missing', detail: expect.stringMatching(/^private or internal/), fix: expect.stringContaining('credential') }]);
  });

  test('so is one that the user does not see', async () => {
    expect(await look('readable-repositories', byWorkflow)).toMatchObject([{ status: 'missing', detail: expect.stringMatching(/^no public repository has this name/) }]);
  });

  test('a new name is told', async () => {
    github().on({ path: `/repos/${NAME}` }, answers.movedTo(`${github().apiUrl}/repositories/7`));
    github().on({ path: '/repositories/7' }, answers.json(200, { full_name: 'acme/backend', private: false }));

    expect(await look('readable-repositories', byWorkflow)).toMatchObject([{ status: 'ok', detail: 'public; it is now called acme/backend: declare that name' }]);
  });

  test('the repository of the workflow, named in full, is read by every run', async () => {
    addRepository(github(), OWN, { private: true });
    const repositories = [repository({ name: 'Acme/App' })];

    expect(await findingsOf('readable-repositories', github(), { repositories })).toMatchObject([{ status: 'ok', detail: 'runs the workflow itself' }]);
  });

  test('a refusal that has another reason is unknown', async () => {
    github().on({ path: `/repos/${NAME}` }, answers.ssoRequired('acme'));

    expect(await look('readable-repositories', byWorkflow)).toMatchObject([{ status: 'unknown', detail: expect.stringContaining('single sign-on') }]);
  });
});

describe('read with a token in a secret', () => {
  test('without its value nothing is proven, whatever the user sees', async () => {
    addRepository(github(), NAME, { private: true });
    expect(await look('readable-repositories', byToken)).toMatchObject([{ status: 'unknown', detail: expect.stringMatching(/^it exists; .*READ_TOKEN/), fix: expect.stringContaining('Export READ_TOKEN') }]);

    github().on({ path: `/repos/${NAME}` }, answers.notFound());
    expect(await look('readable-repositories', byToken)).toMatchObject([{ status: 'unknown', detail: expect.stringMatching(/^GitHub does not show it to you; /) }]);
  });

  test('what cannot be a token is sent nowhere', async () => {
    addRepository(github(), NAME);

    expect(await look('refs', byToken, { exported: `${PROBED}\n` })).toMatchObject([{ status: 'ok' }]);
    expect(github().requests.some(({ token }) => token.includes(PROBED))).toBe(false);
  });

  test('an exported token is tried, and what only it sees is found', async () => {
    addRepository(github(), NAME, { private: true, token: PROBED });

    expect(await look('readable-repositories', byToken, { exported: PROBED })).toMatchObject([{ status: 'ok', detail: 'the exported token reads it' }]);
    expect(await look('refs', byToken, { exported: PROBED })).toMatchObject([{ status: 'ok', detail: `now ${SHA.slice(0, 10)}` }]);
    expect(await look('refs', byToken)).toMatchObject([{ status: 'unknown' }]);
  });

  test.each<[string, string, answers.Reply, answers.Reply?]>([
    ['a-token-was-rejected', PROBED, answers.badCredentials()],
    ['a-token-lacks-single-sign-on', PROBED, answers.ssoRequired('acme')],
    ['a-token-lacks-single-sign-on', PROBED, answers.notFound(), answers.gitSsoRequired('acme')],
    ['a-token-lives-too-long', PROBED, answers.lifetimeForbidden('acme', 'https://github.com/settings/personal-access-tokens/1')],
    ['classic-tokens-are-refused', PROBED, answers.classicForbidden('acme')],
    ['a-token-lacks-a-permission', PROBED, answers.notAccessible('contents=read')],
    ['github-refused-a-token', PROBED, answers.message(403, 'Repository access blocked')],
    ['a-classic-token-does-not-see-a-repository', PROBED, answers.notFound()],
    ['a-fine-grained-token-does-not-see-a-repository', 'github_pat_11TEST', answers.notFound()],
    ['a-token-does-not-see-a-repository', 'gho_opaque', answers.notFound()],
    ['a-private-key-is-used-as-a-token', '-----BEGIN RSA PRIVATE KEY-----\nabc', answers.commit(SHA)],
    ['a-token-holds-a-space-or-line-break', `${PROBED}\n`, answers.commit(SHA)],
    ['a-token-expires-within-hours', PROBED, answers.commit(SHA, { 'github-authentication-token-expiration': '2026-11-22 17:59:00 UTC' })],
  ])('what the guard calls %s is missing, with its cure', async (id, exported, reply, ...git) => {
    github().on({ path: COMMIT }, reply);
    if (git[0]) github().on({ path: `/${NAME}.git/info/refs?service=git-upload-pack`, token: exported }, git[0]);
    const { title, cure } = guardMessages.find((message) => message.id === id)!;

    expect(await look('readable-repositories', byToken, { exported })).toMatchObject([{
      status: 'missing',
      detail: title.replace(/^./, (first) => first.toLowerCase()),
      fix: cure,
      guard: expect.arrayContaining([id]),
    }]);
  });

  test.each([
    ['an address that is not listed', answers.ipAllowList('acme'), /listed IP addresses/],
    ['a rate limit', answers.primaryRateLimit(4102444800), /rate of requests/],
    ['an unexpected answer', answers.message(451, 'Repository access blocked'), /unexpected answer \(451\)/],
  ])('%s says nothing of the token', async (_, reply, detail) => {
    github().on({ path: COMMIT }, reply);

    expect(await look('readable-repositories', byToken, { exported: PROBED })).toMatchObject([{ status: 'unknown', detail: expect.stringMatching(detail) }]);
  });

  test('the end of a token is told; an empty repository is not its fault', async () => {
    github().on({ path: COMMIT }, { ...answers.emptyRepository(), headers: { 'content-type': 'application/json', 'github-authentication-token-expiration': '2026-12-01 05:00:00 -0700' } });

    expect(await look('readable-repositories', byToken, { exported: PROBED })).toMatchObject([{ status: 'ok', detail: 'the exported token reads it, and expires in 9 days' }]);
  });
});

describe('read with a deploy key', () => {
  test('no key at all is missing, some key proves nothing', async () => {
    addList(github(), `/repos/${NAME}/keys`, '', []);
    expect(await look('readable-repositories', byKey)).toMatchObject([{ status: 'missing', detail: 'it has no deploy key' }]);

    addList(github(), `/repos/${NAME}/keys`, '', [{ id: 1, key: 'ssh-ed25519 AAAA' }]);
    expect(await look('readable-repositories', byKey)).toMatchObject([{ status: 'unknown', detail: expect.stringContaining('KEY') }]);
  });

  test('keys that are not shown are unknown', async () => {
    expect(await look('readable-repositories', byKey)).toMatchObject([{ status: 'unknown', fix: expect.stringContaining('Administration: read') }]);
  });
});

describe('read with a GitHub App', () => {
  test('GitHub tells only the App where it is installed', async () => {
    expect(await look('readable-repositories', byApp)).toEqual([]);
    expect(await look('installed-apps', byApp)).toMatchObject([{ subject: 'the App of APP_KEY on acme/server', status: 'unknown', detail: expect.stringContaining('only the App itself') }]);
    expect(await look('installed-apps', byToken)).toEqual([]);
  });

  test('its client id in a variable is looked up', async () => {
    const VARIABLES = `/repos/${OWN}/actions/variables`;
    expect(await look('variables', byApp)).toMatchObject([{ subject: 'APP_ID', status: 'unknown', fix: expect.stringContaining('Variables: read') }]);

    addList(github(), VARIABLES, 'variables', []);
    addList(github(), `/repos/${OWN}/actions/organization-variables`, 'variables', []);
    expect(await look('variables', byApp)).toMatchObject([{ status: 'missing', fix: 'Set it: gh variable set APP_ID --repo acme/app.' }]);

    addList(github(), VARIABLES, 'variables', [{ name: 'APP_ID', value: 'Iv1' }]);
    expect(await look('variables', { ...byApp, clientIdVariable: 'app_id' })).toMatchObject([{ status: 'ok' }]);
    expect(await look('variables', byApp)).toMatchObject([{ status: 'ok' }]);
  });
});

describe('refs', () => {
  test('a ref that exists is ok, asked for by its full name and with every character', async () => {
    github().on({ path: `/repos/${NAME}/commits/refs/heads/fix/%231` }, answers.commit(SHA));

    expect(await look('refs', byWorkflow, { ref: 'heads/fix/#1' })).toMatchObject([{ subject: 'heads/fix/#1 of acme/server', status: 'ok' }]);
  });

  describe('in a file', () => {
    const pinned = (text: string | undefined, overrides = {}) => findingsOf('refs', github(), {
      repositories: [repository(), repository({ id: 'server', name: NAME, path: 'server', refFile: 'server.txt', ...overrides })],
    }, { files: text === undefined ? {} : { 'server.txt': text } });

    test('are read in the clone', async () => {
      github().on({ path: `/repos/${NAME}/commits/v4` }, answers.commit(SHA));

      expect(await pinned('v4\n')).toMatchObject([{ subject: `the ref in server.txt of ${NAME}`, status: 'ok', detail: `v4, now ${SHA.slice(0, 10)}` }]);
      expect(await pinned('v4\n', { matchTag: '{tag}' })).toMatchObject([{ status: 'ok', detail: `v4, without a matching tag, now ${SHA.slice(0, 10)}` }]);
    });

    test('are missing where the file is, or says none', async () => {
      expect(await pinned(undefined)).toMatchObject([{ status: 'missing', detail: 'the file server.txt is not there' }]);
      expect(await pinned('# soon')).toMatchObject([{ status: 'missing', detail: 'the file server.txt has no line but comments', fix: expect.stringContaining('commit it') }]);
    });

    test('that do not exist are corrected there', async () => {
      github().on({ path: `/repos/${NAME}/commits/v9` }, answers.noCommit('v9'));

      expect(await pinned('v9')).toMatchObject([{ status: 'missing', fix: 'Push it, or correct it in server.txt.' }]);
    });

    test('are read in the main repository, where that is another one', async () => {
      github().on({ path: '/repos/acme/studio/contents/server.txt?ref=refs%2Ftags%2Fv1' }, { status: 200, body: 'v4' });
      github().on({ path: `/repos/${NAME}/commits/v4` }, answers.commit(SHA));
      const repositories = [repository({ id: 'studio', name: 'acme/studio', ref: 'tags/v1' }), repository({ id: 'server', name: NAME, path: 'server', refFile: 'server.txt' })];

      expect((await findingsOf('refs', github(), { repositories }))[1]).toMatchObject({ status: 'ok', detail: `v4, now ${SHA.slice(0, 10)}` });
    });
  });

  test('an unknown one and an empty repository are missing', async () => {
    github().on({ path: `/repos/${NAME}/commits/v9` }, answers.noCommit('v9'));
    expect(await look('refs', byWorkflow, { ref: 'v9' })).toMatchObject([{ status: 'missing', detail: "no branch, tag or commit is called 'v9'" }]);

    github().on({ path: COMMIT }, answers.emptyRepository());
    expect(await look('refs', byWorkflow)).toMatchObject([{ subject: 'the default branch of acme/server', status: 'missing', detail: 'the repository is empty' }]);
  });

  test('one that cannot be seen, or an answer that is no commit, is unknown', async () => {
    expect(await look('refs', byWorkflow)).toMatchObject([{ status: 'unknown' }]);

    github().on({ path: COMMIT }, { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' });
    expect(await look('refs', byWorkflow)).toMatchObject([{ status: 'unknown', detail: expect.stringContaining('another shape') }]);
  });
});

test('a repository that is checked out twice is told apart by its path', async () => {
  const repositories = [repository({ name: NAME, path: 'one' }), repository({ name: NAME, path: 'two', ref: 'v1' })];

  expect(await findingsOf('refs', github(), { repositories })).toMatchObject([
    { subject: 'the default branch of acme/server (one)' },
    { subject: 'v1 of acme/server (two)' },
  ]);
});

test('what is fetched is looked up as what is checked out is, by a name of its own, and at no ref', async () => {
  addRepository(github(), NAME, { private: true });
  github().on({ path: COMMIT, token: PROBED }, answers.commit(SHA));
  const repositories = [repository(), repository({ id: 'server', name: NAME, path: 'server', credential: byToken })];
  const dependencies = [byToken, byApp].map((credential, index) => ({ kind: 'github', id: `d${index}`, declaredAt: '', name: index ? 'acme/lib' : NAME, credential }) as const);
  const lookUp = (kind: string) => findingsOf(kind, github(), { repositories, dependencies }, { env: { READ_TOKEN: PROBED } });

  expect(await lookUp('readable-repositories')).toMatchObject([{ subject: NAME, status: 'ok' }, { subject: `${NAME} (dependency)`, status: 'ok' }]);
  expect(await lookUp('installed-apps')).toMatchObject([{ subject: 'the App of APP_KEY on acme/lib (dependency)' }]);
  expect(await lookUp('variables')).toMatchObject([{ subject: 'APP_ID' }]);
  expect(await lookUp('refs')).toHaveLength(1);
});
