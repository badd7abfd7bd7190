import { createPrivateKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { appWithoutToken, SHA } from './guard-rows';
import { runGuard } from './guard-run';
import { APP_KEY, CLIENT_ID, fakeApp } from '../support/fake-app';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => github.reset());
afterAll(() => github.stop());

const TWO = { REPOSITORIES: 'a acme/a HEAD app:READER a\nb acme/b HEAD app:READER b\nc acme/a v1 app:READER c' };
const titles = (run: { annotations: readonly { title: string }[] }) => run.annotations.map(({ title }) => title);
const paths = () => github.requests.map(({ path }) => path);
const asking = (env: Record<string, string> = {}) => runGuard(github, { ...appWithoutToken, ...env });

it('is not asked about where its token was made', async () => {
  github.on({ token: 'ghs_1_minted' }, answers.commit(SHA));
  expect(await asking({ ...TWO, TOKEN_READER: 'ghs_1_minted', PRIVATE_KEY_READER: '' })).toMatchObject({ code: 0, stdout: '' });
  expect(paths().sort()).toEqual(['/repos/acme/a/commits/HEAD', '/repos/acme/a/commits/v1', '/repos/acme/b/commits/HEAD']);
  expect(github.requests.map(({ token }) => token)).toEqual(['ghs_1_minted', 'ghs_1_minted', 'ghs_1_minted']);
});

it('is not mentioned where its token was not made for want of a secret', async () => {
  const run = await asking({ PRIVATE_KEY_READER: '', SECRETS: 'required - READER_KEY signs in the App' });
  expect(titles(run)).toEqual(['A secret is not set']);
  expect(paths()).toEqual([]);
});

it('is asked about once, however much it opens', async () => {
  fakeApp(github, { installedOn: ['acme/a'] });
  const run = await asking(TWO);
  expect(run).toMatchObject({ code: 1, stderr: '', leftovers: [], annotations: [{ title: 'A GitHub App is not installed on a repository', text: expect.stringContaining('not on acme/b;') }] });
  expect(paths()).toEqual(['/app', '/repos/acme/a/installation', '/repos/acme/b/installation']);
});

it('says what it lacks beside where it is not installed', async () => {
  fakeApp(github, { installedOn: ['acme/a'], permissions: {} });
  expect(titles(await asking(TWO))).toEqual(['A GitHub App is not installed on a repository', 'A GitHub App lacks a permission']);
});

it.each<[string, Record<string, string>]>([
  ['with line breaks that are written as \\n', { PRIVATE_KEY_READER: APP_KEY.replaceAll('\n', '\\n') }],
  ['with the line breaks of Windows', { PRIVATE_KEY_READER: APP_KEY.replaceAll('\n', '\r\n') }],
  ['in the form of PKCS 8', { PRIVATE_KEY_READER: createPrivateKey(APP_KEY).export({ type: 'pkcs8', format: 'pem' }).toString() }],
  ['with spaces around the client id', { CLIENT_ID_READER: `\n ${CLIENT_ID} \n` }],
  ['without its last line break', { PRIVATE_KEY_READER: APP_KEY.trimEnd() }],
])('signs in by a key %s', async (_, env) => {
  fakeApp(github);
  expect((await asking(env)).annotations).toEqual([expect.objectContaining({ title: 'A GitHub App token could not be created', text: expect.stringContaining('is installed there') })]);
});

it.each([
  ['an access of more', { contents: 'admin' }, 'A GitHub App token could not be created'],
  ['write for read', { contents: 'write' }, 'A GitHub App token could not be created'],
  ['another permission', { single_file: 'read', actions: 'write' }, 'A GitHub App lacks a permission'],
])('has a right by %s', async (_, permissions: Record<string, string>, title) => {
  fakeApp(github, { permissions });
  expect(titles(await asking())).toEqual([title]);
});

it.each([-86400, -600, -70, 310, 86400])('goes by the clock of GitHub, which is %d seconds ahead', async (ahead) => {
  fakeApp(github, { ahead, suspended: true });
  const run = await asking();
  expect(run.annotations.map(({ level, title }) => `${level}: ${title}`)).toEqual(['warning: The clock of the runner is wrong', 'error: A GitHub App is suspended']);
  expect(paths()).toEqual(['/app', '/app', '/repos/acme/server/installation']);
});

it('gives up where GitHub accepts no time', async () => {
  fakeApp(github);
  github.on({ path: '/app' }, answers.message(401, "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"));
  const run = await asking();
  expect(run.annotations.map(({ level }) => level)).toEqual(['warning', 'error']);
  expect(paths()).toEqual(['/app', '/app']);
});

it.each<[string, string, answers.Reply, string]>([
  ['limits requests', '/app', answers.secondaryRateLimit(), 'GitHub limits the rate of requests'],
  ['has trouble', '/app', { status: 502 }, 'GitHub has trouble'],
  ['has trouble with the installation', '/repos/acme/server/installation', { status: 502 }, 'GitHub has trouble'],
  ['says that it is suspended', '/repos/acme/server/installation', answers.message(403, 'This installation has been suspended'), 'A GitHub App is suspended'],
  ['refuses for another reason', '/repos/acme/server/installation', answers.message(403, 'No'), 'GitHub refused a token'],
  ['answers what nobody knows', '/app', { status: 418 }, 'GitHub gave an unexpected answer'],
])('is explained by what GitHub says: it %s', async (_, path, reply, title) => {
  fakeApp(github);
  github.on({ path }, reply);
  expect(titles(await asking())).toEqual([title]);
});

it.each(['/app', '/repos/acme/server/installation', '/users/acme/installation'])('takes nothing for an answer of GitHub that is none: %s', async (path) => {
  for (const status of [200, 301, 401, 404]) {
    fakeApp(github, { installedOn: [] });
    github.on({ path }, answers.page(status, { location: 'https://hotel.example/login' }));
    expect(titles(await asking())).toEqual(['Something else answers for GitHub']);
    github.reset();
  }
});

it('passes no address on but those of GitHub', async () => {
  fakeApp(github, { suspended: true });
  github.on({ path: '/repos/acme/server/installation' }, answers.json(200, { html_url: 'https://evil.example/x', permissions: {}, suspended_at: 'x' }));
  github.on({ path: '/app' }, answers.json(200, { slug: 'x/../../evil?', permissions: {} }));
  const [{ text }] = (await asking()).annotations;
  expect(text).toContain(`GitHub App xevil is suspended for acme. Unsuspend it: ${github.serverUrl}/settings/installations.`);
});

it('leaves no trace of its key and of what it signs in by', async () => {
  fakeApp(github, { suspended: true });
  const run = await runGuard(github, appWithoutToken, { flags: ['-v', '-x'] });
  const trail = [run.stdout, run.stderr, run.summary, JSON.stringify(run.outputs)].join('\n').replace(/\$\{[^}]*\}/g, '');
  expect(run).toMatchObject({ code: 1, leftovers: [] });
  for (const line of [...APP_KEY.split('\n').filter((text) => text && !text.startsWith('---')), ...github.requests.flatMap(({ token }) => token.split('.'))]) expect(trail).not.toContain(line);
});

(process.platform === 'linux' ? it : it.skip)('has neither in the arguments of a process', async () => {
  fakeApp(github);
  github.on({ path: '/repos/acme/server/installation' }, answers.hang);
  const running = asking({ TIME_LIMIT: '3' });
  while (!paths().includes('/repos/acme/server/installation')) await new Promise((resolve) => setTimeout(resolve, 20));
  const seen = commandLines();
  expect(seen).toContain(`${github.apiUrl}/repos/acme/server/installation`);
  expect(seen).not.toContain(github.requests[0].token.split('.')[2]);
  expect(seen).not.toContain(APP_KEY.split('\n')[1]);
  await running;
});

function commandLines(): string {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return ''; // ended meanwhile
    }
  }).join('\n');
}
