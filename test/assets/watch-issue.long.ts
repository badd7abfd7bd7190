import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeReleaseGitHub } from '../support/fake-github/fake-release-github';
import type { Repository } from '../support/fake-github/repository';
import { json, message } from '../support/github-answers';
import { compose, runScript } from '../support/run-script';

let github: FakeReleaseGitHub;
let repository: Repository;

beforeEach(async () => {
  github = await FakeReleaseGitHub.start();
  repository = github.addRepository('acme/app');
  github.addToken('ghs_workflow', { kind: 'workflow', repositories: { 'acme/app': ['issues:write'] } });
});
afterEach(() => github.close());

const EXPIRES = 'error\tA token expires soon\tSecret READ_TOKEN expires on 2026-12-01 (5 days). Create a new one.';
const RENAMED = 'error\tA repository was renamed\tacme/server was renamed to acme/core.';

const keep = (findings: string, env: Record<string, string> = {}) => runScript(compose('watchIssue'), {
  GITHUB_API_URL: github.url,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/app',
  GITHUB_RUN_ID: '7',
  GITHUB_WORKFLOW: 'Installers watch',
  RESULT: findings ? 'failure' : 'success',
  FINDINGS: findings,
  BUILD: 'installers',
  TOKEN: 'ghs_workflow',
  DOC_URL: 'https://doc',
  ...env,
});
const writes = () => github.log.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
const MARK = '<!-- projen-tag-build watch installers ';

it('opens one issue that says what is found and how to mend it', async () => {
  expect(await keep(`${EXPIRES}\n${RENAMED}`)).toMatchObject({ code: 0, stdout: '', stderr: '', leftovers: [] });
  const [{ title, body, state, comments }] = repository.issues;
  expect({ title, state, comments }).toEqual({ title: 'Installers watch: a tag would fail', state: 'open', comments: [] });
  expect(body!.replace(/installers \d+ -->/, 'installers SUM -->')).toBe([
    'The watch has found what would keep a tag from being built:',
    '',
    '    A token expires soon: Secret READ_TOKEN expires on 2026-12-01 (5 days). Create a new one.',
    '    A repository was renamed: acme/server was renamed to acme/core.',
    '',
    'The run: https://github.com/acme/app/actions/runs/7',
    '',
    '- [How to mend it: A repository was renamed](https://doc#a-repository-was-renamed)',
    '- [How to mend it: A token expires soon](https://doc#a-token-expires-soon)',
    '',
    'This issue is kept by the workflow: it is closed when nothing is found.',
    `${MARK}SUM -->`,
    '',
  ].join('\n'));
});

it('does nothing where nothing is found and there is no issue', async () => {
  repository.addIssue({ body: `${MARK}1 -->`, login: 'mallory' });
  expect((await keep('')).code).toBe(0);
  expect(writes()).toEqual([]);
});

it('leaves the issue alone as long as the same is found, though the days go by', async () => {
  await keep(EXPIRES);
  await keep(EXPIRES.replace('5 days', '4 days'));
  expect(writes()).toEqual(['POST /repos/acme/app/issues']);
});

it('does so though the doc and what is built are at another commit', async () => {
  const at = (commit: string, time: string) => `error\tA secret is not set\tHow to make it: https://github.com/acme/app/blob/${commit}/docs/installers.md#x. After ${time} UTC.`;
  await keep(at('a1'.repeat(20), '10:00'));
  await keep(at('b2'.repeat(20), '22:30'));
  expect(writes()).toEqual(['POST /repos/acme/app/issues']);
});

it('changes it when something else is found, and says so', async () => {
  await keep(EXPIRES);
  await keep(RENAMED);
  expect(repository.issues).toHaveLength(1);
  expect(repository.issues[0].body).toContain('acme/server was renamed');
  expect(repository.issues[0].body).not.toContain('READ_TOKEN');
  expect(repository.issues[0].comments).toEqual(['What the watch finds has changed: https://github.com/acme/app/actions/runs/7']);
});

it('closes it when nothing is found any more, and opens the same one again', async () => {
  await keep(EXPIRES);
  await keep('');
  expect(repository.issues[0]).toMatchObject({ state: 'closed', comments: ['The watch finds nothing any more: https://github.com/acme/app/actions/runs/7'] });
  await keep('');
  expect(repository.issues[0].comments).toHaveLength(1);
  await keep(EXPIRES);
  expect(repository.issues).toMatchObject([{ state: 'open' }]);
});

it.each([
  ['somebody else', { login: 'mallory' }],
  ['a pull request', { login: 'github-actions[bot]', isPullRequest: true }],
  ['another build', { login: 'github-actions[bot]', body: '<!-- projen-tag-build watch installers-2 1 -->' }],
])('takes no issue of %s for its own', async (_, fields) => {
  repository.addIssue({ body: `${MARK}1 -->`, ...fields });
  await keep(EXPIRES);
  await keep('');
  expect(repository.issues.map(({ state }) => state)).toEqual(['open', 'closed']);
});

it('takes no issue of another build for its own, whatever that has found', async () => {
  await keep(`error\tGitHub gave an unexpected answer\t${MARK}1 -->`, { BUILD: 'viewer' });
  await keep(EXPIRES);
  expect(repository.issues).toHaveLength(2);
});

it('keeps the issue that a person has written into, or whose text is nothing but the mark', async () => {
  await keep(EXPIRES);
  const sum = repository.issues[0].body!.split(MARK)[1];
  for (const body of [`We know.\r\n${MARK}${sum}\r\nBob is on it.`, `${MARK}${sum}`]) {
    Object.assign(repository.issues[0], { body });
    await keep(EXPIRES);
  }
  expect(writes()).toHaveLength(1);
});

it('says that it needs jq', async () => {
  const bin = mkdtempSync(join(tmpdir(), 'no-jq-'));
  ['bash', 'mktemp', 'rm', 'tr', 'sed', 'wc', 'awk', 'cat'].forEach((name) => symlinkSync(execFileSync('bash', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(), join(bin, name)));
  const result = await keep(EXPIRES, { PATH: bin });
  rmSync(bin, { recursive: true });
  expect(result.annotations).toEqual([{ level: 'error', title: 'An issue could not be written', text: expect.stringMatching(/^There is no jq on the runner of the guard\. /) }]);
  expect([result.code, github.log]).toEqual([1, []]);
});

it('does not rely on GitHub for whose it is', async () => {
  github.inject({ method: 'GET' }, { answer: json(200, [{ number: 1, state: 'open', user: { login: 'mallory' }, body: `${MARK}1 -->` }]), effect: 'none' });
  await keep(EXPIRES);
  expect(writes()).toEqual(['POST /repos/acme/app/issues']);
});

it('finds it behind a hundred others', async () => {
  await keep(EXPIRES);
  for (let n = 0; n < 150; n++) repository.addIssue({ login: 'github-actions[bot]' });
  await keep('');
  expect(repository.issues[0].state).toBe('closed');
  expect(github.log.filter(({ method }) => method === 'GET')).toHaveLength(3);
});

it('takes the open one where somebody has made two', async () => {
  await keep(EXPIRES);
  repository.addIssue({ ...repository.issues[0], state: 'closed' });
  await keep('');
  expect(repository.issues.map(({ state }) => state)).toEqual(['closed', 'closed']);
  expect(repository.issues[0].comments).toHaveLength(1);
});

it('lets no finding leave the lines that are shown as they are', async () => {
  await keep('error\tA token `@everyone` -->\t@octocat #1 ![x](y) `` --> <script>\r\u0007end\n    \t\t');
  const lines = repository.issues[0].body!.split('\n').filter((line) => /octocat|script/.test(line));
  expect(lines).toEqual(['    A token `@everyone` -->: @octocat #1 ![x](y) `` --> <script>  end']);
  expect(repository.issues[0].body).toContain('- [How to mend it: A token everyone --](https://doc#a-token-everyone---)');
});

it('says that the run has to be looked at where the guard could hand nothing on', async () => {
  await keep('', { RESULT: 'failure' });
  expect(repository.issues[0].body).toContain('    The guard failed: What it said could not be handed on: see the run.\n');
  expect(repository.issues[0].body).not.toContain('How to mend it');
});

it.each([
  ['refused', 403, 'GitHub answered 403 to POST: '],
  ['not taken', 500, 'GitHub answered 500 to POST: '],
])('fails where the issue is %s, sends it once, and the next run tries again', async (_, status, text) => {
  github.inject({ method: 'POST' }, { answer: message(status, 'No'), effect: 'none' });
  const result = await keep(EXPIRES);
  expect(result.code).toBe(1);
  expect(result.annotations).toEqual([{ level: 'error', title: 'An issue could not be written', text: expect.stringContaining(text) }]);
  expect(writes()).toHaveLength(1);
  await keep(EXPIRES);
  expect(repository.issues).toHaveLength(1);
});

it('opens no second one where only the answer was lost', async () => {
  github.inject({ method: 'POST' }, { effect: 'all', answer: 'cut' });
  expect((await keep(EXPIRES)).code).toBe(1);
  expect((await keep(EXPIRES)).code).toBe(0);
  expect(repository.issues).toHaveLength(1);
});

it('opens none where the list did not come, or is none', async () => {
  github.inject({ method: 'GET' }, { answer: 'cut', effect: 'none' });
  expect((await keep(EXPIRES)).annotations[0].text).toMatch(/^GitHub answered nothing to GET: curl: /);
  github.inject({ method: 'GET' }, { answer: message(200, 'hello'), effect: 'none' });
  expect((await keep(EXPIRES)).annotations[0].text).toMatch(/^GitHub gave no list of issues\./);
  expect(repository.issues).toEqual([]);
});

it('says that issues are switched off', async () => {
  repository.hasIssues = false;
  expect((await keep(EXPIRES)).annotations[0].text).toMatch(/^Issues are switched off in acme\/app\. /);
});

it('hands its token to no command', async () => {
  const { stdout, stderr } = await runScript(compose('watchIssue'), {
    GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'acme/app', GITHUB_RUN_ID: '7', GITHUB_WORKFLOW: 'w', RESULT: 'failure', FINDINGS: EXPIRES, BUILD: 'b', TOKEN: 'ghs_workflow', DOC_URL: '',
  }, { flags: ['-x'] });
  expect(stdout + stderr).not.toContain('ghs_workflow');
});
