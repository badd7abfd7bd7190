import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitFacts, type GitFacts, type GitQuestion } from '../../../src/tasks/plan/git-facts';

const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

let dir: string;
let clone: string;

/** With one commit that is pushed; made once, and copied for each test. */
const template = mkdtempSync(join(tmpdir(), 'git-facts-template-'));

beforeAll(() => {
  [dir, clone] = [template, join(template, 'clone')];
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', join(dir, 'remote.git')], { env: ENV });
  execFileSync('git', ['init', '-q', '-b', 'main', clone], { env: ENV });
  git('remote', 'add', 'origin', '../remote.git');
  write('app.txt', 'one');
  git('add', '.');
  git('commit', '-q', '-m', 'feat: one');
  git('push', '-q', 'origin', 'main');
});

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'git-facts-'));
  clone = join(dir, 'clone');
  cpSync(template, dir, { recursive: true });
});

afterAll(() => rmSync(template, { recursive: true }));
afterEach(() => rmSync(dir, { recursive: true }));

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: clone, env: ENV, encoding: 'utf8' }).trim();
}

function write(file: string, text: string): void {
  writeFileSync(join(clone, file), text);
}

function commit(text: string, message: string): string {
  write('app.txt', text);
  git('commit', '-q', '-am', message);
  return git('rev-parse', 'HEAD');
}

async function ask(refName: string, changes: Partial<GitQuestion> = {}, root = clone): Promise<GitFacts> {
  return gitFacts({ refName, refType: 'tag', files: ['app.txt', 'none.txt'], remote: false, ...changes }, { root, env: process.env });
}

test('a new tag is for HEAD, in a clean clone', async () => {
  const head = git('rev-parse', 'HEAD');
  expect(await ask('v1.0.0')).toEqual({
    repository: undefined,
    commit: head,
    head,
    message: 'feat: one',
    tagExists: false,
    tagOnRemote: undefined,
    remoteTags: undefined,
    changed: [],
    commitOnRemote: true,
    tags: [],
    unpushedTags: [],
    files: new Map([['app.txt', 'one'], ['none.txt', undefined]]),
    notes: [],
  });
});

test('an existing tag is for its own commit, annotated or not', async () => {
  const first = git('rev-parse', 'HEAD');
  git('tag', 'v1.0.0');
  git('tag', '-a', '-m', 'two', 'v1.0.1');
  const head = commit('two', 'feat: two');
  expect(await ask('v1.0.0')).toMatchObject({ commit: first, head, tagExists: true, commitOnRemote: true });
  expect(await ask('v1.0.1')).toMatchObject({ commit: first, tagExists: true });
  expect((await ask('v1.0.0')).files.get('app.txt')).toBe('one');
  expect((await ask('v2')).files.get('app.txt')).toBe('two');
});

test('a branch of the same name is no tag', async () => {
  git('branch', 'v1.0.0');
  expect((await ask('v1.0.0')).tagExists).toBe(false);
});

test('the whole message counts, and a commit that was not pushed', async () => {
  commit('two', 'fix: two\n\nbody [skip ci]');
  expect(await ask('v1')).toMatchObject({ message: 'fix: two\n\nbody [skip ci]', commitOnRemote: false });
});

test('changed, new and renamed files are changes', async () => {
  write('app.txt', 'changed');
  write('näme with "quotes".txt', '');
  expect((await ask('v1')).changed).toEqual(['app.txt', 'näme with "quotes".txt']);
  git('checkout', '-q', 'app.txt');
  git('mv', 'app.txt', 'renamed.txt');
  expect((await ask('v1')).changed).toEqual(['renamed.txt', 'näme with "quotes".txt']);
  git('mv', 'renamed.txt', 'app.txt');
  git('rm', '--cached', '-q', 'app.txt');
  expect((await ask('v1')).changed).toEqual(['app.txt', 'näme with "quotes".txt']);
});

test('without asking the remote, unpushed tags are those at commits that no remote branch has', async () => {
  git('tag', 'pushed');
  commit('two', 'two');
  git('tag', 'a,b');
  git('tag', '-a', '-m', 'x', 'c');
  expect([...(await ask('v1')).unpushedTags].sort()).toEqual(['a,b', 'c']);
});

test('the remote is asked only if wanted', async () => {
  git('tag', 'v1.0.0');
  git('tag', 'v1.0.1');
  git('push', '-q', 'origin', 'v1.0.0');
  expect(await ask('v1.0.0', { remote: true })).toMatchObject({ tagOnRemote: true, remoteTags: expect.arrayContaining(['v1.0.0']), unpushedTags: ['v1.0.1'], notes: [] });
  expect(await ask('v1.0.1', { remote: true })).toMatchObject({ tagOnRemote: false });
  expect(await ask('v1.0.0')).toMatchObject({ tagOnRemote: undefined });
});

test('a remote that does not answer is a note', async () => {
  git('remote', 'set-url', 'origin', join(dir, 'gone.git'));
  const facts = await ask('v1', { remote: true });
  expect(facts.tagOnRemote).toBeUndefined();
  expect(facts.notes).toEqual([expect.stringMatching(/^remote 'origin' could not be asked: fatal: /)]);
});

test('a token in the address of a remote is in no note', async () => {
  const server = createServer((_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  git('remote', 'set-url', 'origin', `http://ghp_TokenOfNobody@127.0.0.1:${(server.address() as AddressInfo).port}/acme/app`);
  const { notes } = await ask('v1', { remote: true });
  server.close();
  expect(notes).toEqual([expect.stringMatching(/^remote 'origin' could not be asked: .*:\/\/\*\*\*@127/)]);
});

test('a clone without a remote has nothing to be pushed to', async () => {
  git('remote', 'remove', 'origin');
  expect(await ask('v1', { remote: true })).toMatchObject({ commitOnRemote: undefined, unpushedTags: [], notes: ['the repository has no remote to ask'] });
});

test('a branch is its last commit, here or on the remote', async () => {
  const head = git('rev-parse', 'HEAD');
  git('checkout', '-q', '-b', 'other');
  const other = commit('two', 'two');
  expect((await ask('main', { refType: 'branch' })).commit).toBe(head);
  expect((await ask('other', { refType: 'branch' })).commit).toBe(other);
  git('branch', '-D', 'main');
  expect((await ask('main', { refType: 'branch' })).commit).toBe(head);
  expect((await ask('none', { refType: 'branch' })).commit).toBeUndefined();
});

test('a repository without a commit has no facts about one', async () => {
  const empty = join(dir, 'empty');
  execFileSync('git', ['init', '-q', empty], { env: ENV });
  expect(await ask('v1', {}, empty)).toMatchObject({ commit: undefined, message: '', tags: [] });
});

test('names that look like options or revisions are names', async () => {
  expect((await ask('--help')).tagExists).toBe(false);
  expect((await ask('HEAD~0')).tagExists).toBe(false);
});

test('outside a repository there are no facts', async () => {
  await expect(ask('v1', {}, dir)).rejects.toThrow('not a git repository');
});
