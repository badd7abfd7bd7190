import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeMessages } from './describe-messages';
import { oneRepository, SHA } from './guard-rows';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { PrivateHosts } from '../support/private-hosts';
import { asset } from '../support/run-script';

let github: FakeGitHub;
let directory: string;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => {
  github.reset();
  directory = mkdtempSync(join(tmpdir(), 'answers-'));
});
afterEach(() => rmSync(directory, { recursive: true }));
afterAll(() => github.stop());

describeMessages('awk');

describe('behind a proxy', () => {
  const proxied = async (headers: Record<string, string>, env: (hosts: PrivateHosts) => Record<string, string>) => {
    const hosts = await PrivateHosts.start(directory, { 'api.github.test': (_, response) => response.writeHead(200, headers).end(SHA) });
    const run = await runGuard(github, { ...oneRepository(), ...env(hosts), GITHUB_API_URL: 'https://api.github.test' });
    await hosts.stop();
    return { ...run, requests: hosts.requests };
  };

  it('GitHub is asked as ever', async () => {
    const run = await proxied({}, ({ env }) => env);
    expect(run).toMatchObject({ code: 0, stdout: '', stderr: '', outputs: { 'commit-server': SHA }, requests: ['GET api.github.test/repos/acme/server/commits/HEAD'] });
  });

  it('who shows a certificate that nobody knows is sent nothing', async () => {
    const run = await proxied({}, ({ env }) => ({ https_proxy: env.https_proxy }));
    expect(run).toMatchObject({ code: 1, annotations: [{ title: 'A connection is not trusted' }], requests: [] });
  });

  it.each([
    'http://me:pass word@127.0.0.1:1', 'http://me:password@:port', 'me:pass/word@:x y', 'foo://me:password@127.0.0.1:1', 'http://me:password@127.0.0.1:1', 'http://me:password@proxy.invalid:1',
  ])('its password is not said: %s', async (proxy) => {
    for (const name of ['https_proxy', 'HTTPS_PROXY', 'ALL_PROXY', 'all_proxy']) {
      const run = await runGuard(github, { ...oneRepository(), [name]: proxy, GITHUB_API_URL: 'https://api.github.test', TIME_LIMIT: '6' });
      expect(run).toMatchObject({ code: 1, annotations: [{ title: 'GitHub could not be reached' }] });
      expect(JSON.stringify(run)).not.toMatch(/pass.?word|me:/);
    }
  });

  it('a login that it wants is not tried again', async () => {
    github.on({ method: 'CONNECT' }, { status: 407 });
    await runGuard(github, { ...oneRepository(), https_proxy: github.serverUrl, GITHUB_API_URL: 'https://api.github.test' });
    expect(github.requests).toHaveLength(1);
  });
});

it('what is too large is not read, whether its size is announced or not', async () => {
  for (const headers of [{}, { 'content-length': '5000000' }] as Record<string, string>[]) {
    github.on({}, { status: 200, headers, body: 'x'.repeat(5_000_000) });
    expect(await runGuard(github, oneRepository())).toMatchObject({ code: 1, stderr: '', annotations: [{ title: 'An answer is too large' }], leftovers: [] });
  }
});

it('a file may be larger', async () => {
  github.on({ path: /contents/ }, { status: 200, body: `v2\n${'#'.repeat(10_000_000)}` });
  github.on({ path: /commits/ }, answers.commit(SHA));
  const run = await runGuard(github, { REPOSITORIES: 'app self - - .\nserver acme/server file:engine - server' });
  expect(run).toMatchObject({ code: 0, stderr: '', outputs: { 'ref-server': 'v2' } });
});

it('an answer without a body is not taken for the one before', async () => {
  github.on({ path: /commits/ }, answers.message(404, 'a SAML SSO'));
  github.on({ path: /info\/refs/ }, { status: 403 });
  expect(await runGuard(github, oneRepository())).toMatchObject({ annotations: [{ title: 'A classic token does not see a repository' }] });
});

it('each header counts by its last answer, whatever its case', () => {
  const script = 'source /dev/stdin <<<"$SCRIPT"; base=$1; header x-github-sso; header location';
  writeFileSync(join(directory, 'x.headers'), 'HTTP/1.1 200 OK\r\nlocation: https://proxy\r\nX-GitHub-SSO: no\r\n\r\nHTTP/2 403\r\nx-github-sso-other: x\r\nX-GitHub-SSO: \t required; url=a:b \r\n\r\n');
  expect(execFileSync('bash', ['-c', script, 'bash', join(directory, 'x')], { env: { ...process.env, SCRIPT: asset('requests') }, encoding: 'utf8' })).toBe('required; url=a:b ');
});
