import { oneRepository, REGISTRY, SHA, TOKEN } from './guard-rows';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => github.reset());
afterAll(() => github.stop());

const repositories = (count: number, line: (index: number) => string) => ({ REPOSITORIES: Array.from({ length: count }, (_, index) => line(index)).join('\n') });
const withToken = (count: number, secret = () => 'READ_TOKEN') => ({ ...oneRepository(), ...repositories(count, (index) => `r${index} acme/r${index} HEAD token:${secret()} r${index}`) });
const said = (run: { annotations: readonly { title: string; text: string }[] }) => run.annotations.map(({ title, text }) => [title, text]);

describe('a token that is read with many times', () => {
  it('is tried once, and then used for all the others at one time', async () => {
    github.on({ token: TOKEN }, answers.commit(SHA));
    github.holdUntil(9, 1);
    const run = await runGuard(github, withToken(10));
    expect(run).toMatchObject({ code: 0, stdout: '', stderr: '', leftovers: [] });
    expect(github.requests).toHaveLength(10);
    expect(github.mostAtOnce).toBe(9);
  });

  it('is not waited for by other tokens, and not by the workflow\'s own', async () => {
    github.on({}, answers.commit(SHA));
    github.holdUntil(7);
    const tokens = Object.fromEntries([0, 1, 2, 3, 4].map((index) => [`TOKEN_T${index}`, `ghp_${index}`]));
    const run = await runGuard(github, { ...tokens, ...repositories(7, (index) => `r${index} acme/r${index} HEAD ${index < 5 ? `token:T${index}` : '-'} r${index}`) });
    expect(run.code).toBe(0);
    expect(github.mostAtOnce).toBe(7);
  });

  it('is no more asked with once GitHub rejects it, and that is said once', async () => {
    github.on({}, answers.badCredentials());
    const run = await runGuard(github, withToken(30));
    expect(said(run)).toEqual([['A token was rejected', expect.stringContaining('GitHub rejected secret READ_TOKEN (401)')]]);
    expect(github.requests).toHaveLength(1);
  });

  it.each([
    ['asks to come again', answers.message(401, 'Bad credentials', { 'retry-after': '0' })],
    ['says more than is read', { status: 401, body: 'x'.repeat(5_000_000) }],
    ['is cut off while it speaks', { ...answers.badCredentials(), headers: { 'content-length': '5000' } }],
  ])('is tried once, also where whoever rejects it %s', async (_, reply) => {
    github.on({}, reply);
    expect(said(await runGuard(github, { ...withToken(3), TIME_LIMIT: '5' }))).toEqual([['A token was rejected', expect.anything()]]);
    expect(github.requests).toHaveLength(1);
    const registry = { ...oneRepository(), REPOSITORIES: ['x', 'y'].map((name) => `${name} npm.acme.dev ${github.serverUrl}/${name} npm:READ_TOKEN`).join('\n') };
    expect(said(await runGuard(github, { ...registry, TIME_LIMIT: '5' }))).toEqual([['A registry rejected a token', expect.anything()]]);
    expect(github.requests).toHaveLength(2);
  });

  it.each([undefined, '0'])('is no more asked with while logins are locked out, retry-after: %s', async (after) => {
    github.on({}, answers.message(403, 'Maximum number of login attempts exceeded. Please try again later.', after ? { 'retry-after': after } : {}));
    expect(said(await runGuard(github, withToken(5)))).toEqual([['Logins are locked out', expect.stringContaining('secret READ_TOKEN')]]);
    expect(github.requests).toHaveLength(1);
  });

  it('is one token in two secrets, and each is to be stored again', async () => {
    github.on({}, answers.badCredentials());
    const names = ['ONE', 'TWO'];
    const run = await runGuard(github, { ...withToken(6, () => names.reverse()[0]), TOKEN_ONE: TOKEN, TOKEN_TWO: TOKEN });
    expect(run.annotations.map(({ text }) => /secret (\w+) \(401\)/.exec(text)?.[1]).sort()).toEqual(['ONE', 'TWO']);
    expect(github.requests).toHaveLength(1);
  });

  it('is tried once also where it publishes', async () => {
    github.on({}, answers.badCredentials());
    const run = await runGuard(github, {
      ...withToken(3), TARGETS: 'x acme/x release token:READ_TOKEN\ny acme/y workflow token:READ_TOKEN y.yml',
    });
    expect(said(run)).toHaveLength(1);
    expect(github.requests).toHaveLength(1);
  });

  it('is tried once also where what it reads stands in a file', async () => {
    github.on({ path: /contents/, token: 'ghs_1_workflow' }, { status: 200, body: 'v2' });
    github.on({ token: TOKEN }, answers.badCredentials());
    const run = await runGuard(github, { ...withToken(0), REPOSITORIES: `app self - - .\n${repositories(4, (index) => `r${index} acme/r${index} file:engine token:READ_TOKEN r${index}`).REPOSITORIES}` });
    expect(said(run)).toHaveLength(1);
    expect(github.requests.filter(({ token }) => token === TOKEN)).toHaveLength(1);
  });

  it('is used all the same where the first answer says nothing of it', async () => {
    for (const first of [{ status: 500 }, answers.notFound(), answers.page(401)]) {
      github.reset();
      github.on({}, answers.commit(SHA));
      github.on({ path: '/repos/acme/r0/commits/HEAD' }, first);
      const run = await runGuard(github, withToken(4));
      expect(run.annotations).toHaveLength(1);
      expect(github.requests.filter(({ path }) => path !== '/repos/acme/r0/commits/HEAD' && path.endsWith('/commits/HEAD'))).toHaveLength(3);
    }
  });
});

it('a registry is another host: its token is tried there once, too', async () => {
  github.on({ token: TOKEN }, answers.badCredentials());
  const lines = ['a acme/a HEAD token:READ_TOKEN a', 'b acme/b HEAD token:READ_TOKEN b', ...['x', 'y', 'z'].map((name) => `${name} npm.acme.dev ${REGISTRY}/${name} npm:READ_TOKEN`)];
  const run = await runGuard(github, { ...oneRepository(), REPOSITORIES: lines.join('\n').replaceAll(REGISTRY, github.serverUrl) });
  expect(said(run)).toEqual([
    ['A token was rejected', expect.anything()],
    ['A registry rejected a token', expect.stringContaining('npm.acme.dev rejected secret READ_TOKEN (401)')],
  ]);
  expect(github.requests).toHaveLength(2);
});

it('a registry that refuses all has not locked anybody out of GitHub', async () => {
  github.on({}, answers.message(403, 'Too many login attempts'));
  const lines = ['x', 'y'].map((name) => `${name} npm.acme.dev ${github.serverUrl}/${name} npm:READ_TOKEN`);
  const run = await runGuard(github, { ...oneRepository(), REPOSITORIES: lines.join('\n') });
  expect(run.annotations.map(({ title }) => title)).toEqual(['A registry refuses a token', 'A registry refuses a token']);
});

it.each([
  ['single sign-on', 'A token lacks single sign-on', answers.ssoRequired],
  ['an IP allow list', 'An IP allow list refuses the runner', answers.ipAllowList],
  ['a lifetime', 'A token lives too long', (owner: string) => answers.lifetimeForbidden(owner, 'x')],
  ['classic tokens', 'Classic tokens are refused', answers.classicForbidden],
  ['OAuth Apps', 'OAuth tokens are refused', answers.oauthRestricted],
])('%s: what an owner refuses is said once, with the repositories', async (_, title, refusal) => {
  for (const owner of ['acme', 'other']) github.on({ path: new RegExp(`^/repos/${owner}/`) }, refusal(owner));
  github.on({ path: '/repos/third/d/commits/HEAD' }, answers.commit(SHA));
  const lines = ['acme/a', 'other/b', 'acme/c', 'third/d', 'acme/a'].map((name, index) => `r${index} ${name} HEAD token:READ_TOKEN r${index}`);
  const run = await runGuard(github, { ...oneRepository(), REPOSITORIES: lines.join('\n') });
  expect(said(run)).toEqual([
    [title, expect.stringContaining('It concerns acme/a, acme/c.')],
    [title, expect.stringContaining('It concerns other/b.')],
  ]);
  expect(run.summary.match(/\n- \*\*error/g)).toHaveLength(2);
});
