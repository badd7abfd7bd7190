import { execFileSync } from 'node:child_process';
import { oneRepository, OTHER_SHA, SHA, TOKEN } from './guard-rows';
import { runGuard } from './guard-run';
import { refInFile } from '../../src/github/ref-files';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { REF_FILES } from '../support/ref-files';
import { asset, type ScriptRun } from '../support/run-script';
import { SshFixture } from '../support/ssh-fixture';

let github: FakeGitHub;

beforeAll(async () => {
  github = await FakeGitHub.start();
});
beforeEach(() => github.reset());
afterAll(() => github.stop());

const REPOSITORY = '/repos/acme/server';
const HERE = 'a'.repeat(40);
const onBranch = { GITHUB_REF: 'refs/heads/main', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' };

const resolving = (ref: string, env: Record<string, string> = {}) =>
  runGuard(github, { ...oneRepository(), REPOSITORIES: `app self - - .\nserver acme/server ${ref} token:READ_TOKEN server`, ...env });

const has = (ref: string, sha = SHA) => github.on({ path: `${REPOSITORY}/commits/${ref}`, token: TOKEN }, answers.commit(sha));
const hasNot = (ref: string) => github.on({ path: `${REPOSITORY}/commits/${ref}`, token: TOKEN }, answers.noCommit(ref));
const contents = (file: string, reply: answers.Reply) => github.on({ path: `/repos/acme/app/contents/${file}?ref=${HERE}`, token: 'ghs_1_workflow' }, reply);
const text = (body: string): answers.Reply => ({ status: 200, body });

/** What the summary says of the repository: the ref and whether there is a commit. */
function row({ summary }: ScriptRun): string {
  const [, ref, commit] = summary.split('\n').find((line) => line.startsWith('| acme/server'))!.split(' | ');
  return `${ref}${commit.trim() ? '' : ' (no commit)'}`;
}

describe('the tag of the same name', () => {
  it('is taken where there is one, and asked for by its full name', async () => {
    has('refs/tags/v1.2.3');
    has('v1.2.3', OTHER_SHA); // a branch of that name
    const run = await resolving('tag:{tag}:main');
    expect(run).toMatchObject({ code: 0, stdout: '', stderr: '', leftovers: [] });
    expect(run.outputs).toMatchObject({ 'commit-server': SHA, 'ref-server': 'refs/tags/v1.2.3' });
    expect(row(run)).toBe('refs/tags/v1.2.3, the matching tag');
    expect(github.requests.map(({ path }) => path)).toEqual([`${REPOSITORY}/commits/refs/tags/v1.2.3`]);
  });

  it('is not missed where there is none: the ref is taken', async () => {
    hasNot('refs/tags/v1.2.3');
    has('release/2.x');
    const run = await resolving('tag:{tag}:release/2.x');
    expect(run).toMatchObject({ code: 0, stdout: '', outputs: { 'commit-server': SHA, 'ref-server': 'release/2.x' } });
    expect(row(run)).toBe('release/2.x, as there is no tag v1.2.3');
  });

  it('is not missed where the API says 404 and git shows the repository', async () => {
    github.on({ path: `${REPOSITORY}/commits/refs/tags/v1.2.3` }, answers.notFound());
    github.on({ path: '/acme/server.git/info/refs?service=git-upload-pack' }, answers.gitRefs());
    has('HEAD');
    expect((await resolving('tag:{tag}:HEAD')).outputs).toMatchObject({ 'commit-server': SHA, 'ref-server': 'HEAD' });
  });

  it('is not asked for in a run for a branch', async () => {
    has('HEAD');
    const run = await resolving('tag:{tag}:HEAD', onBranch);
    expect(run.outputs).toMatchObject({ 'commit-server': SHA, 'ref-server': 'HEAD' });
    expect(row(run)).toBe('HEAD, as this run is for no tag');
    expect(github.requests).toHaveLength(1);
  });

  it('is asked for in a run by hand on a tag, also on one that is not for this workflow', async () => {
    has('refs/tags/nightly');
    const run = await resolving('tag:{tag}:HEAD', { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF: 'refs/tags/nightly', GITHUB_REF_NAME: 'nightly' });
    expect(run.outputs).toMatchObject({ 'real': 'false', 'ref-server': 'refs/tags/nightly' });
  });

  it.each([
    ['v{version}', 'desktop-v1.2.3', 'v1.2.3'],
    ['{tag}-engine', 'v1', 'v1-engine'],
    ['a{tag}b{version}c{tag}', 'v1.2.3', 'av1.2.3b1.2.3cv1.2.3'],
    ['fixed', 'v1.2.3', 'fixed'],
    ['{tag}', '1&2', '1&2'],
    ['{tag}', 'v{version}', 'v{version}'],
  ])('may have another name: %s', async (name, tag, found) => {
    has(`refs/tags/${encodeURIComponent(found)}`);
    expect((await resolving(`tag:${name}:HEAD`, { GITHUB_REF_NAME: tag })).outputs).toMatchObject({ 'ref-server': `refs/tags/${found}` });
  });

  it.each([
    ['rate limit', answers.primaryRateLimit(4102444800), 'GitHub limits the rate of requests'],
    ['trouble', { status: 502 }, 'GitHub has trouble'],
    ['rejected', answers.badCredentials(), 'A token was rejected'],
    ['permission', answers.notAccessible('contents=read'), 'A token lacks a permission'],
    ['not seen', answers.notFound(), 'A classic token does not see a repository'],
    ['single sign-on', answers.ssoRequired('acme'), 'A token lacks single sign-on'],
    ['empty', answers.emptyRepository(), 'A repository is empty'],
    ['no commit', text('<html>'), 'GitHub gave an unexpected answer'],
  ])('whatever else is answered is no reason to take the ref: %s', async (_what, reply, title) => {
    has('HEAD');
    github.on({ path: `${REPOSITORY}/commits/refs/tags/v1.2.3` }, reply);
    const run = await resolving('tag:{tag}:HEAD');
    expect(run).toMatchObject({ code: 1, outputs: {}, annotations: [{ title }] });
    expect(github.requests.map(({ path }) => path)).not.toContain(`${REPOSITORY}/commits/HEAD`);
  });

  it('and the ref, if both are missing, is the one that is spoken of', async () => {
    hasNot('refs/tags/v1.2.3');
    hasNot('next');
    expect(await resolving('tag:{tag}:next')).toMatchObject({
      code: 1,
      annotations: [{ title: 'A ref does not exist', text: expect.stringContaining("acme/server has no branch, tag or commit 'next'. Push it, or declare another ref.") }],
    });
  });

  it('is looked for under the new name of a repository', async () => {
    for (const ref of ['refs/tags/v1.2.3', 'HEAD']) github.on({ path: `${REPOSITORY}/commits/${ref}` }, answers.movedTo(`${github.apiUrl}/repositories/7/commits/${ref}`));
    github.on({ path: '/repositories/7/commits/refs/tags/v1.2.3' }, answers.noCommit('refs/tags/v1.2.3'));
    github.on({ path: '/repositories/7/commits/HEAD' }, answers.commit(SHA));
    github.on({ path: '/repositories/7' }, answers.json(200, { full_name: 'acme/backend' }));
    expect(await resolving('tag:{tag}:HEAD')).toMatchObject({ code: 0, outputs: { 'ref-server': 'HEAD' }, annotations: [{ title: 'A repository was renamed' }] });
  });
});

describe('a ref in a file of the first repository', () => {
  it('is read in the commit that is built, by the workflow\'s own token', async () => {
    contents('versions/the%20engine', text('# pinned\nv4.2\n'));
    has('v4.2');
    const run = await resolving('file:versions/the%20engine');
    expect(run).toMatchObject({ code: 0, stdout: '', stderr: '', leftovers: [], outputs: { 'commit-server': SHA, 'ref-server': 'v4.2' } });
    expect(row(run)).toBe('v4.2, in versions/the engine');
  });

  it('is read in a run for a branch, too', async () => {
    contents('engine', text('v4.2'));
    has('v4.2');
    expect((await resolving('file:engine', onBranch)).outputs).toMatchObject({ 'ref-server': 'v4.2' });
  });

  it('stands behind a matching tag', async () => {
    hasNot('refs/tags/v1.2.3');
    contents('engine', text('v4.2'));
    has('v4.2');
    const run = await resolving('tag:{tag}:file:engine');
    expect(row(run)).toBe('v4.2, in engine, as there is no tag v1.2.3');
    has('refs/tags/v1.2.3');
    github.requests.length = 0;
    expect(row(await resolving('tag:{tag}:file:engine'))).toBe('refs/tags/v1.2.3, the matching tag');
    expect(github.requests).toHaveLength(1);
  });

  it('is read in the commit of another repository, with the credential of that one, where that is the first', async () => {
    github.on({ path: '/repos/acme/studio/commits/HEAD', token: 'ghp_studio' }, { ...answers.commit(OTHER_SHA), delay: 200 });
    github.on({ path: `/repos/acme/studio/contents/engine?ref=${OTHER_SHA}`, token: 'ghp_studio' }, answers.movedTo(`${github.apiUrl}/repositories/7/contents/engine?ref=${OTHER_SHA}`));
    github.on({ path: `/repositories/7/contents/engine?ref=${OTHER_SHA}`, token: 'ghp_studio' }, text('v4.2'));
    has('v4.2');
    const run = await resolving('', {
      REPOSITORIES: 'studio acme/studio HEAD token:STUDIO studio\nserver acme/server file:engine token:READ_TOKEN server',
      TOKEN_STUDIO: 'ghp_studio',
    });
    expect(run).toMatchObject({ code: 0, stdout: '', outputs: { 'commit-studio': OTHER_SHA, 'commit-server': SHA, 'ref-server': 'v4.2' } });
  });

  it('is not asked for where the first repository cannot be read, and that is said once', async () => {
    github.on({ path: '/repos/acme/studio/commits/HEAD' }, answers.badCredentials());
    const run = await resolving('', {
      REPOSITORIES: 'studio acme/studio HEAD token:STUDIO studio\nserver acme/server file:engine token:READ_TOKEN server',
      TOKEN_STUDIO: 'ghp_studio',
    });
    expect(run).toMatchObject({ code: 1, outputs: {}, annotations: [{ title: 'A token was rejected' }] });
    expect(row(run)).toBe('in engine (no commit)');
  });

  it.each([
    ['is not there', answers.notFound(), 'A file with a ref is missing', `engine, which says the ref of another repository, is not in commit ${HERE} of acme/app.`],
    ['is empty', text('# soon\n'), 'A file holds no ref', `engine in commit ${HERE} of acme/app names no branch, tag or commit.`],
    ['is hostile', text('x\u001b[31m::error::$(touch pwned)%0A\nmain\n'), 'A file holds no ref', "says 'x [31m::error::$(touch pwned)%0A', and names no"],
    ['is a directory', answers.json(200, [{ name: 'engine', type: 'file' }]), 'A file holds no ref', 'and names no branch'],
    ['is very long', text('v'.repeat(100_000)), 'A file holds no ref', `says '${'v'.repeat(300)}', and names no`],
    ['may not be read', answers.notAccessible('contents=read'), 'A token lacks a permission', "GitHub knows the workflow's own token, but it lacks Contents: read on acme/app"],
    ['is behind a limit', answers.secondaryRateLimit(), 'GitHub limits the rate of requests', 'Nothing is known to be wrong with'],
  ])('stops the run where it %s', async (_what, reply, title, said) => {
    contents('engine', reply);
    const run = await resolving('file:engine');
    expect(run).toMatchObject({ code: 1, outputs: {}, annotations: [{ title, text: expect.stringContaining(said) }] });
    expect(run.stdout.split('\n')).toHaveLength(2);
  });

  it('is named where no such ref exists', async () => {
    contents('engine', text('v9'));
    hasNot('v9');
    expect(await resolving('file:engine')).toMatchObject({
      code: 1,
      annotations: [{ title: 'A ref does not exist', text: expect.stringContaining("'v9'. Push it, or correct it in engine.") }],
    });
  });
});

(SshFixture.available() ? describe : describe.skip)('by a deploy key', () => {
  let ssh: SshFixture;

  beforeEach(() => {
    github.on({ path: '/meta' }, answers.meta(['ssh-ed25519 AAAA', 'ssh-rsa BBBB']));
    ssh = new SshFixture();
  });
  afterEach(() => ssh.remove());

  const reading = (ref: string, env = {}) => runGuard(github, ssh.env({ REPOSITORIES: `app self - - .\nserver acme/server ${ref} key:DEPLOY server`, ...env }));

  it('the commit of an annotated tag is taken, and no branch for it', async () => {
    const main = ssh.commit('main');
    ssh.commit('v1.2.3');
    ssh.commit('tags/v1.2.3');
    expect((await reading('tag:{tag}:main')).outputs).toMatchObject({ 'commit-server': main, 'ref-server': 'main' });
    const tagged = ssh.commit('other');
    ssh.tag('v1.2.3', tagged);
    const run = await reading('tag:{tag}:main');
    expect(run.outputs).toMatchObject({ 'commit-server': tagged, 'ref-server': 'refs/tags/v1.2.3' });
    expect(row(run)).toBe('refs/tags/v1.2.3, the matching tag');
  });

  it('a key that is refused is no reason to take the ref', async () => {
    const run = await reading('tag:{tag}:main', { SSH_SAYS: 'git@github.com: Permission denied (publickey).' });
    expect(run).toMatchObject({ code: 1, annotations: [{ title: 'A deploy key is not registered' }] });
  });

  it('a ref in a file is taken', async () => {
    const main = ssh.commit('main');
    ssh.tag('v4.2', main);
    contents('engine', text('v4.2'));
    expect((await reading('file:engine')).outputs).toMatchObject({ 'commit-server': main, 'ref-server': 'v4.2' });
  });
});

it('the script and the plan read the same out of a file', () => {
  const script = `${asset('refs')}\nwhile IFS= read -r file; do ref=$(first_line < <(printf '%b' "$file")); is_ref "$ref" && printf '%s' "$ref"; echo; done`;
  const escaped = REF_FILES.map(([file]) => [...Buffer.from(file)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''));
  const found = execFileSync('bash', ['-c', `export LC_ALL=C\n${script}`], { input: `${escaped.join('\n')}\n`, encoding: 'utf8' });
  expect(found.split('\n').slice(0, -1)).toEqual(REF_FILES.map(([, ref]) => ref));
  expect(REF_FILES.map(([file]) => refInFile(file))).toEqual(REF_FILES.map(([, ref]) => ref ? { ref } : { problem: expect.any(String) }));
});
