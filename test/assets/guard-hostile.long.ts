import { appWithoutToken, oneRepository, SHA } from './guard-rows';
import { runGuard } from './guard-run';
import { fakeApp } from '../support/fake-app';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { type Reply } from '../support/github-answers';

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => github.reset());
afterAll(() => github.stop());

/** Without what our scripts put in: comments, and addresses of GitHub's. */
const unmarked = (summary: string) => summary.replace(/<!-- -->|<[/]?span>/g, '').replaceAll(new RegExp(`<${github.serverUrl}[^>]*>`, 'g'), '');

/** What git allows in a tag's name. */
const tags = [
  'v1.2.3"$(touch${IFS}pwned)`touch${IFS}pwned`',
  "v1.2.3';touch${IFS}pwned;&|<b>",
  'v1.2.3::error::x',
  'v1.2.3%0A::error title=x::y%0D',
  'v1.2.3##[error]x',
  '$HOME/v1.2.3',
  'v1.2.3|<script>alert(1)</script>|![x](y)',
];

const said = {
  false: [{ GITHUB_EVENT_NAME: 'workflow_dispatch', TAG_FILTERS: '' }, '::notice title=A rehearsal::'],
  // whoever cannot read a version in it shows it
  true: [{ MARKED_BY: 'version' }, '::warning title=A tag holds no version::'],
} as const;

it.each(tags.flatMap((tag) => (['false', 'true'] as const).map((real) => ({ tag, real }))))('the tag $tag is a name and nothing else, real: $real', async ({ tag, real }) => {
  const [env, head] = said[real];
  const run = await runGuard(github, { REPOSITORIES: 'app self - - .', GITHUB_REF_NAME: tag, ...env });
  expect(run).toMatchObject({ code: 0, stderr: '', outputs: { tag, real }, leftovers: [] });
  expect(run.outputs.name).not.toMatch(/["<>|/:*?\\\r\n]/);
  // one holds a version
  const lines = real === 'true' && tag === '$HOME/v1.2.3' ? [] : [expect.stringMatching(new RegExp(`^${head}[^\\n]*$`))];
  expect(run.stdout.split('\n')).toEqual([...lines, '']);
  expect(run.stdout.replace(head, '')).not.toMatch(/%(?!25)/);
  expect(unmarked(run.summary)).not.toMatch(/<|(?<!\\)!\[/);
  expect(run.summary.split('\n').filter((line) => line.startsWith('|') && !/^(\|[^|\\]*(\\.[^|\\]*)*){4}\|$/.test(line))).toEqual([]);
});

it.each(tags)('the tag %s is looked for in another repository, and shown, and nothing else', async (tag) => {
  github.on({}, answers.commit(SHA));
  const run = await runGuard(github, { REPOSITORIES: 'server acme/server tag:{tag}:main - server', GITHUB_REF_NAME: tag, TAG_FILTERS: '+ .' });
  expect(run).toMatchObject({ code: 0, stdout: '', stderr: '', outputs: { 'ref-server': `refs/tags/${tag}`, 'commit-server': SHA }, leftovers: [] });
  expect(github.requests.map(({ path }) => decodeURIComponent(path))).toEqual([`/repos/acme/server/commits/refs/tags/${tag}`]);
  expect(unmarked(run.summary)).not.toMatch(/<|(?<!\\)!\[/);
  expect(run.summary.split('\n').filter((line) => line.startsWith('|') && !/^(\|[^|\\]*(\\.[^|\\]*)*){4}\|$/.test(line))).toEqual([]);
});

const hostile = 'x\n::error::forged\r\n##[error]forged | <b>%0A::warning::forged \u001b[31m\u0000 `$(touch pwned)` ';
const replies: [string, Reply][] = [
  ['a message', answers.message(403, hostile + 'y'.repeat(5000))],
  ['a raw body', { status: 403, body: `{"message":"${hostile}"}` }],
  ['a commit', answers.commit(hostile)],
  ['a commit and more', answers.commit(`${SHA}\nreal=true`)],
  ['a permission', answers.message(403, 'Resource not accessible by integration', { 'x-accepted-github-permissions': 'contents=read::error::%0A|<b>' })],
  ['an address', answers.movedTo('https://elsewhere.example/%0A::error::forged|<b>')],
  ['an expiry', answers.commit(SHA, { 'github-authentication-token-expiration': 'tomorrow' })],
  ['a huge body', { status: 403, body: 'x'.repeat(3_000_000) }],
  ['no body', { status: 403 }],
];

it.each(replies)('%s, in a file with a ref, cannot either', async (_, reply) => {
  github.on({ path: /^\/repos\/acme\/app\/contents/ }, { ...reply, status: 200 });
  const run = await runGuard(github, { REPOSITORIES: 'app self - - .\nserver acme/server file:a - server' });
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  expect(run).toMatchObject({ code: 1, stderr: '', outputs: {} });
  expect(lines).toEqual([expect.stringMatching(/^::error title=[A-Za-z0-9 -]+::[ -~]{0,900}$/)]);
  expect(lines.join()).not.toMatch(/%(?!25)/);
  expect(unmarked(run.summary)).not.toContain('<');
});

it.each(replies)('%s cannot forge a command or break the table', async (_, reply) => {
  github.on({ path: /^\/repos/ }, reply);
  const run = await runGuard(github, oneRepository());
  expect(run.stderr).toBe('');
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  expect(lines).toEqual(lines.map(() => expect.stringMatching(/^::(error|warning) title=[A-Za-z0-9 -]+::[ -~]{0,900}$/)));
  expect(lines.join()).not.toMatch(/%(?!25)/);
  expect(unmarked(run.summary)).not.toContain('<');
  expect(run.summary.split('\n').filter((line) => /^- \*\*(error|warning)/.test(line))).toHaveLength(lines.length);
  expect(run.outputs).toEqual(run.code === 0 ? expect.objectContaining({ 'commit-server': SHA, 'real': 'true' }) : {});
});

const whatAnAppReads: [string, object][] = [
  ['nothing', {}],
  ['a name', { slug: hostile, permissions: { contents: 'read' } }],
  ['permissions', { permissions: { contents: hostile, [hostile]: 'read' } }],
  ['an address', { html_url: `https://elsewhere.example/${hostile}`, suspended_at: hostile, permissions: {} }],
];

const APP_PATHS = ['/app', '/repos/acme/server/installation', '/users/acme/installation'];

it.each([
  ...replies.flatMap(([what, reply]): [string, Reply][] => [[what, reply], [`${what}, as an answer`, { ...reply, status: 200 }], [`${what}, as a refusal`, { ...reply, status: 401 }]]),
  ...whatAnAppReads.map(([what, body]): [string, Reply] => [`${what}, to be read`, answers.json(200, body)]),
].map(([what, reply], index) => [what, APP_PATHS[(index + Math.floor(index / 3)) % 3], reply] as const))('%s, said to a GitHub App at %s, cannot either, and is never the end of it', async (_, path, reply) => {
  fakeApp(github, { installedOn: path.startsWith('/users') ? ['acme/other'] : ['acme/server'] });
  github.on({ path }, reply);
  const run = await runGuard(github, appWithoutToken);
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  expect(run).toMatchObject({ code: 1, stderr: '', outputs: {}, leftovers: [] });
  expect(lines).toEqual(lines.map(() => expect.stringMatching(/^::error title=[A-Za-z0-9 -]+::[ -~]{0,900}$/)));
  expect(lines.join()).not.toMatch(/%(?!25)/);
  expect(unmarked(run.summary)).not.toContain('<');
});

it('a new name that is hostile is only shown', async () => {
  github.on({ path: /^\/repositories\/7\/commits/ }, answers.commit(SHA));
  github.on({ path: '/repositories/7' }, answers.json(200, { full_name: 'a/b|<b>\n::error::forged' }));
  github.on({ path: /^\/repos/ }, answers.movedTo(`${github.apiUrl}/repositories/7/commits/HEAD`));
  const run = await runGuard(github, oneRepository());
  expect(run.stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(unmarked(run.summary)).not.toContain('<');
});
