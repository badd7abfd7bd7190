import { execFileSync } from 'node:child_process';
import { oneRepository, OTHER_SHA, SHA, TOKEN, expiry } from './guard-rows';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { compose, SCRIPTS, asset } from '../support/run-script';

const ONLY_TOKENS = ['say', 'report', 'secrets', 'requests', 'answers', 'guard'];

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => github.reset());
afterAll(() => github.stop());

const titles = (run: { annotations: readonly { title: string }[] }) => run.annotations.map(({ title }) => title);

it('hands on one commit for each repository, its own being the one that was pushed', async () => {
  github.on({ path: '/repos/acme/server/commits/HEAD', token: TOKEN }, answers.commit(SHA));
  github.on({ path: '/repos/acme/tools/commits/v2', token: 'ghs_1_workflow' }, answers.commit(OTHER_SHA));
  const run = await runGuard(github, {
    ...oneRepository(),
    REPOSITORIES: 'app self - - .\nserver acme/server HEAD token:READ_TOKEN server\ntools acme/tools v2 - a b',
  });
  expect(run).toMatchObject({ code: 0, stdout: '', stderr: '', leftovers: [] });
  expect(run.outputs).toEqual({
    'real': 'true',
    'tag': 'v1.2.3',
    'name': 'v1.2.3',
    'version': '1.2.3',
    'prerelease': 'false',
    'commit-app': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'commit-server': SHA,
    'commit-tools': OTHER_SHA,
  });
  expect(run.summary.replaceAll(github.serverUrl, 'https://github')).toBe([
    '## Guard: passed',
    '',
    'Tag v1.2.3: this run is real.',
    '',
    '| repository | ref | commit | path |',
    '| --- | --- | --- | --- |',
    `| acme/app | v1.2.3 | [${'a'.repeat(40)}](https://github/acme/app/commit/${'a'.repeat(40)}) | . |`,
    `| acme/server | HEAD | [${SHA}](https://github/acme/server/commit/${SHA}) | server |`,
    `| acme/tools | v2 | [${OTHER_SHA}](https://github/acme/tools/commit/${OTHER_SHA}) | a b |`,
    '',
  ].join('\n'));
});

it('says what is skipped without a secret', async () => {
  github.on({}, answers.commit(SHA));
  const run = await runGuard(github, { ...oneRepository(), SKIPPED: 'CERT Apple <b> is not set. Skipped: `Import`.\nHOOK HOOK is not set. Skipped: Tell.\nGONE none', SET_HOOK: 'true', SET_GONE: 'false' });
  expect(run.code).toBe(0);
  expect(run.summary.split('\n').slice(-5)).toEqual(['', expect.stringMatching(/^Apple (?!<b>).* is not set\. Skipped: \\`Import\\`\.$/), '', 'none', '']);
});

it('asks each repository once, for the media type that is only a commit', async () => {
  github.on({}, answers.commit(SHA));
  await runGuard(github, oneRepository());
  expect(github.requests.map(({ method, path, headers }) => [method, path, headers.accept]))
    .toEqual([['GET', '/repos/acme/server/commits/HEAD', 'application/vnd.github.sha']]);
});

it('needs no secret and no token for public repositories', async () => {
  github.on({ path: '/repos/acme/tools/commits/HEAD', token: '' }, answers.commit(SHA));
  const run = await runGuard(github, { REPOSITORIES: 'tools acme/tools HEAD - tools', WORKFLOW_TOKEN: '' });
  expect(run.outputs['commit-tools']).toBe(SHA);
});

it.each([
  ['feature/ü#1', '/commits/feature/%C3%BC%231'],
  ['refs/tags/v1', '/commits/refs/tags/v1'],
  ['tags/v1', '/commits/refs/tags/v1'],
  ['heads/v1', '/commits/refs/heads/v1'],
  ['100%', '/commits/100%25'],
])('asks for the ref %s', async (ref, path) => {
  github.on({}, answers.commit(SHA));
  await runGuard(github, { ...oneRepository(), REPOSITORIES: `server acme/server ${ref} token:READ_TOKEN server` });
  expect(github.requests[0].path).toBe(`/repos/acme/server${path}`);
});

it('reads all repositories at one time', async () => {
  github.on({}, answers.commit(SHA));
  github.holdUntil(10);
  const repositories = Array.from({ length: 10 }, (_, index) => `r${index} acme/r${index} HEAD - r${index}`);
  const run = await runGuard(github, { REPOSITORIES: repositories.join('\n') });
  expect(run.code).toBe(0);
  expect(github.mostAtOnce).toBe(10);
});

it('says all problems in one run, in the order of the declaration, and hands nothing on', async () => {
  github.on({ path: '/repos/acme/a/commits/HEAD' }, { ...answers.emptyRepository(), delay: 200 });
  github.on({ path: '/repos/acme/b/commits/HEAD' }, answers.badCredentials());
  github.on({ path: '/repos/acme/ok/commits/HEAD' }, answers.commit(SHA));
  const run = await runGuard(github, {
    REPOSITORIES: ['a acme/a HEAD - a', 'b acme/b HEAD token:B b', 'c acme/c HEAD - c', 'ok acme/ok HEAD - ok'].join('\n'),
    SECRETS: 'required - B reads acme/b\nrequired - CSC_LINK,CSC_PASSWORD signs\noptional - X,Y Notarization',
    SET_B: 'true',
    TOKEN_B: 'ghp_b',
    SET_X: 'true',
  });
  expect(run).toMatchObject({ code: 1, outputs: {}, leftovers: [] });
  expect(titles(run)).toEqual([
    'A secret is not set', 'A secret is not set', 'A group of secrets is incomplete',
    'A repository is empty', 'A token was rejected', 'A repository seems private',
  ]);
  expect(run.summary).toContain('## Guard: failed');
  expect(run.summary).toContain(`| acme/ok | HEAD | [${SHA}]`);
  expect(run.summary).toContain('| acme/c | HEAD |  | c |');
  expect(run.summary).toContain('\n- **error: A repository is empty.** acme/a is empty: push a first commit. [How to mend it](https://doc#a-repository-is-empty)\n');
});

it('says once what a secret shared by several repositories lacks', async () => {
  github.on({}, answers.badCredentials());
  const run = await runGuard(github, {
    ...oneRepository(),
    REPOSITORIES: 'a acme/a HEAD token:READ_TOKEN a\nb acme/b HEAD token:READ_TOKEN b',
  });
  expect(titles(run)).toEqual(['A token was rejected']);
});

it('names a secret that SECRETS forgot', async () => {
  const run = await runGuard(github, { REPOSITORIES: 'a acme/a HEAD token:FORGOTTEN a' });
  expect(run).toMatchObject({ code: 1, annotations: [{ title: 'A secret is not set' }] });
  expect(github.requests).toEqual([]);
});

it.each([
  ['all', { SET_X: 'true', SET_Y: 'true' }],
  ['none', { SET_X: 'false', SET_Y: 'false' }],
])('accepts an optional group of which %s are set', async (_, env) => {
  const run = await runGuard(github, { REPOSITORIES: 'app self - - .', SECRETS: 'optional - X,Y Signing', ...env });
  expect(run).toMatchObject({ code: 0, stdout: '' });
});

describe('a GitHub App', () => {
  const env = { REPOSITORIES: 'a acme/a HEAD app:READER a\nb acme/b HEAD app:READER b' };

  it('is read with the token that was made for it', async () => {
    github.on({ token: 'ghs_1_minted' }, answers.commit(SHA));
    const run = await runGuard(github, { ...env, TOKEN_READER: 'ghs_1_minted' });
    expect(run).toMatchObject({ code: 0, outputs: { 'commit-a': SHA, 'commit-b': SHA } });
  });
});

describe('asks again', () => {
  it('when GitHub says when, and that is soon', async () => {
    github.on({}, answers.secondaryRateLimit(0), answers.commit(SHA));
    expect((await runGuard(github, oneRepository())).code).toBe(0);
    expect(github.requests).toHaveLength(2);
  });

  it('when the rate limit is about to end', async () => {
    // not yet over when a slow machine comes to it
    github.on({}, answers.primaryRateLimit(Math.floor(Date.now() / 1000) + 2), answers.commit(SHA));
    expect((await runGuard(github, oneRepository())).code).toBe(0);
  });

  it('three times at most', async () => {
    github.on({}, answers.secondaryRateLimit(0));
    expect(titles(await runGuard(github, oneRepository()))).toEqual(['GitHub limits the rate of requests']);
    expect(github.requests).toHaveLength(3);
  });

  it('not when that is past the time limit', async () => {
    github.on({ path: '/repos/acme/server/commits/HEAD' }, answers.secondaryRateLimit(58));
    github.on({ path: '/repos/acme/b/commits/HEAD' }, { status: 503 });
    const run = await runGuard(github, { ...oneRepository(), REPOSITORIES: `${oneRepository().REPOSITORIES}\nb acme/b HEAD - b`, TIME_LIMIT: '6' });
    expect(titles(run)).toEqual(['GitHub limits the rate of requests', 'GitHub has trouble']);
    expect(github.requests).toHaveLength(2);
  });

  it.each([
    ['502', { status: 502, body: '<html>Unicorn</html>' }],
    ['503', { status: 503 }],
    ['504', { status: 504 }],
    ['a cut connection', answers.cut],
  ])('once after %s', async (_, passing) => {
    github.on({}, passing, answers.commit(SHA));
    expect(await runGuard(github, oneRepository())).toMatchObject({ code: 0, stdout: '', stderr: '', outputs: { 'commit-server': SHA } });
    expect(github.requests).toHaveLength(2);
  });

  it.each([
    ['after trouble that stays', { status: 502 }, 2, 'GitHub has trouble'],
    ['after a connection that is cut again', answers.cut, 2, 'GitHub could not be reached'],
    ['and not after an error of another kind', { status: 500 }, 1, 'GitHub has trouble'],
  ])('once %s', async (_, reply, asked, title) => {
    github.on({}, reply);
    expect(titles(await runGuard(github, oneRepository()))).toEqual([title]);
    expect(github.requests).toHaveLength(asked);
  });

  it('nothing of a header that is no number', async () => {
    github.on({}, answers.message(403, 'rate limit', { 'retry-after': 'a[$(touch pwned)]', 'x-ratelimit-reset': 'x' }));
    expect(titles(await runGuard(github, oneRepository()))).toEqual(['GitHub limits the rate of requests']);
    expect(github.requests).toHaveLength(1);
  });
});

describe('a renamed repository', () => {
  const moved = (name: string) => {
    github.on({ path: /^\/repositories\/7\/commits/ }, answers.commit(SHA));
    github.on({ path: '/repositories/7' }, answers.json(200, { full_name: name }));
    github.on({ path: /^\/repos\// }, answers.movedTo(`${github.apiUrl}/repositories/7/commits/HEAD`));
  };

  it('is read, with a warning', async () => {
    moved('acme/backend');
    expect(await runGuard(github, oneRepository())).toMatchObject({ code: 0, outputs: { 'commit-server': SHA }, annotations: [{ level: 'warning' }] });
  });

  it('is no news when its name is the same', async () => {
    moved('acme/server');
    expect(await runGuard(github, oneRepository())).toMatchObject({ code: 0, annotations: [] });
  });

  it('is followed where only a path is said, on the same host', async () => {
    github.on({ path: '/repositories/7/commits/HEAD', token: TOKEN }, answers.commit(SHA));
    github.on({ path: '/repositories/7' }, answers.json(200, { owner: { full_name: 'x/y' }, full_name: 'acme/backend' }));
    github.on({ path: /^\/repos\// }, answers.movedTo('/api/v3/repositories/7/commits/HEAD'));
    expect(await runGuard(github, oneRepository())).toMatchObject({ code: 0, outputs: { 'commit-server': SHA }, annotations: [{ text: expect.stringContaining('moved to acme/backend.') }] });
  });

  it.each(['//elsewhere.example/api/v3/repositories/7', '/elsewhere/repositories/7', 'repositories/7'])('is not followed to %s', async (target) => {
    github.on({}, answers.movedTo(target));
    expect(titles(await runGuard(github, oneRepository()))).toEqual(['GitHub gave an unexpected answer']);
    expect(github.requests).toHaveLength(1);
  });

  it('is one address, whatever curl reads in braces', async () => {
    github.on({}, answers.movedTo(`${github.apiUrl}/repositories/{7,8}/commits/[1-9]`), answers.notFound());
    await runGuard(github, oneRepository());
    expect(github.requests.map(({ path }) => path).filter((path) => path.startsWith('/repositories'))).toEqual(['/repositories/{7,8}/commits/[1-9]']);
  });

  it('is given up after three redirects', async () => {
    github.on({}, answers.movedTo(`${github.apiUrl}/repositories/7/commits/HEAD`));
    expect(titles(await runGuard(github, oneRepository()))).toEqual(['GitHub gave an unexpected answer']);
    expect(github.requests).toHaveLength(4);
  });
});

describe('the end of a token', () => {
  it.each([
    [15 * 24, undefined],
    [13 * 24, 'warning'],
    [7, 'warning'],
    [5, 'error'],
  ])('in %s hours: %s', async (hours, level) => {
    for (const zone of ['UTC', '-0700'] as const) {
      github.on({}, answers.commit(SHA, expiry(hours, zone)));
      const run = await runGuard(github, oneRepository());
      expect(run.annotations.map((annotation) => annotation.level)).toEqual(level ? [level] : []);
      expect(run.code).toBe(level === 'error' ? 1 : 0);
    }
  });

  it('is passed over when it cannot be read', async () => {
    github.on({}, answers.commit(SHA, { 'github-authentication-token-expiration': 'some day' }));
    expect(await runGuard(github, oneRepository())).toMatchObject({ code: 0, annotations: [] });
  });

  it('is reckoned without the help of date', () => {
    const days = ['1970-01-01', '1999-12-31', '2000-02-29', '2000-03-01', '2026-08-09', '2028-02-29', '2100-02-28', '2100-03-01', '2400-02-29'];
    const times = days.flatMap((day) => ['00:00:00 UTC', '08:09:59 -0700', '23:59:59 +0530', '19:07:53 +0000', '12:00:00 -0030'].map((time) => `${day} ${time}`));
    const script = 'PATH=; source /dev/stdin <<<"$SCRIPT"; printf \'%s\\n\' "$TIMES" | while IFS= read -r time; do epoch_of "$time"; done';
    const found = execFileSync('bash', ['-c', script], { env: { ...process.env, SCRIPT: asset('answers'), TIMES: times.join('\n') }, encoding: 'utf8' });
    expect(found.trim().split('\n').map(Number)).toEqual(times.map((time) => Date.parse(time.replace(/^(\S+) (\S+) (UTC|(...)(..))$/, (_, day, at, zone, hours, minutes) => `${day}T${at}${zone === 'UTC' ? 'Z' : `${hours}:${minutes}`}`)) / 1000));
  });
});

it('asks whoever wants a shorter lifetime at GitHub only', async () => {
  github.on({}, answers.lifetimeForbidden('acme', 'https://evil.example/settings/personal-access-tokens/1'));
  const run = await runGuard(github, oneRepository());
  expect(run.annotations[0].text).toContain(`Shorten its lifetime: ${github.serverUrl}/settings/tokens.`);
});

it('tells a limited lifetime of a classic token from a refused kind', async () => {
  github.on({}, answers.lifetimeForbidden('acme', 'x', 'personal access token (classic)'));
  expect(titles(await runGuard(github, oneRepository()))).toEqual(['A token lives too long']);
});

it('needs the parts for Apps and deploy keys only where they are declared', async () => {
  github.on({}, answers.commit(SHA));
  expect(await runGuard(github, oneRepository(), { script: ONLY_TOKENS.map(asset).join('\n') })).toMatchObject({ code: 0, stderr: '' });
});

it('does not repeat a token that an answer says back', async () => {
  github.on({}, answers.message(403, `no ${TOKEN}, no entry`));
  const run = await runGuard(github, oneRepository());
  expect(run.annotations[0].text).toContain('(403): no ..., no entry.');
  expect(run.summary).toContain('no ..., no entry.');
});

it('fits into a workflow', () => {
  expect(compose('guard')).not.toContain('${{');
  expect(compose('guard').length).toBeLessThan(85_500);
  expect(ONLY_TOKENS.map(asset).join('\n').length).toBeLessThan(34_000);
  expect(Object.keys(SCRIPTS).map((name) => compose(name as keyof typeof SCRIPTS)).join('')).toMatch(/^[\n -~]*$/);
});
