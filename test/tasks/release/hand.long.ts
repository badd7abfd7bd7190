import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Scene } from './scene';
import { cloneOf } from '../../../src/tasks/release/clone';
import { Hand, Refused } from '../../../src/tasks/release/hand';
import { Journal } from '../../../src/tasks/release/journal';
import type { CommitStep, PushStep, TagStep } from '../../../src/tasks/release/steps';

const FILES = { 'package.json': '{ "version": "1.2.2" }\r\n', 'lock': '1.2.2\n', 'src/a': 'a\n' };
const COMMIT: CommitStep = {
  kind: 'commit',
  message: '1.2.3',
  files: ['package.json', 'lock'].map((path) => ({ path, text: Buffer.from(FILES[path as 'lock'].replace('1.2.2', '1.2.3')), from: '1.2.2', to: '1.2.3' })),
};
const TAG: TagStep = { kind: 'tag', tag: 'v1.2.3', message: '1.2.3', replaces: '' };
const PUSH: PushStep = { kind: 'push', remote: 'origin', tag: 'v1.2.3', destination: 'refs/heads/main', replaces: '' };

/** For a hook that calls git, and so itself. */
const ONCE = 'test -z "$AGAIN" || exit 0; export AGAIN=1';

let scene: Scene;
let journal: Journal;
let before: object;

beforeEach(() => {
  scene = new Scene(FILES);
  scene.write({ 'untracked': 'mine', 'src/other': 'mine, too' });
  journal = new Journal();
  before = scene.state();
});

afterEach(() => scene.remove());

async function hand(): Promise<Hand> {
  return new Hand({ root: scene.root, env: scene.env }, (await cloneOf({ root: scene.root, env: scene.env })).branch, journal);
}

async function done(): Promise<{ readonly hand: Hand; readonly commit: string; readonly object: string }> {
  const made = await hand();
  const commit = await made.commit(COMMIT);
  return { hand: made, commit, object: await made.tag(TAG, commit) };
}

test('a commit of the files alone, an annotated tag at it, and both pushed', async () => {
  const { hand: own, commit, object } = await done();
  expect(await own.push(PUSH, commit, object, { env: {}, dryRun: false })).toMatchObject({ outcome: 'pushed' });
  expect(scene.git('show', '--format=%s', '--name-only', commit)).toBe('1.2.3\n\nlock\npackage.json');
  expect(readFileSync(join(scene.root, 'package.json'), 'utf8')).toBe('{ "version": "1.2.3" }\r\n');
  expect(scene.git('cat-file', '-t', 'v1.2.3')).toBe('tag');
  expect(scene.atRemote('rev-parse', 'v1.2.3', 'main')).toBe(`${object}\n${commit}`);
  expect(scene.git('status', '--porcelain=v2', '--branch')).toContain('# branch.ab +0 -0');
});

test('taken back, all is as it was', async () => {
  await done();
  expect(await journal.takeBack()).toEqual([]);
  expect(scene.state()).toEqual(before);
});

test('with line ends that git would write otherwise, too', async () => {
  scene.git('config', 'core.autocrlf', 'input');
  scene.git('rm', '--quiet', '--cached', 'package.json');
  scene.git('add', 'package.json');
  scene.git('commit', '--quiet', '--message', 'style: line ends');
  before = scene.state();
  await done();
  expect(await journal.takeBack()).toEqual([]);
  expect(scene.state()).toEqual(before);
});

test('on a detached HEAD the commit lies on no branch, and is taken back all the same', async () => {
  scene.git('checkout', '--quiet', '--detach');
  before = scene.state();
  const { hand: own, commit, object } = await done();
  expect(scene.git('rev-parse', 'main')).not.toBe(commit);
  expect(await own.push({ ...PUSH, destination: '' }, commit, object, { env: {}, dryRun: true })).toMatchObject({ outcome: 'pushed' });
  expect(await journal.takeBack()).toEqual([]);
  expect(scene.state()).toEqual(before);
});

test('what is staged and changed meanwhile stays so, and is said', async () => {
  await done();
  scene.write({ 'src/a': 'b\n', 'new': 'n\n' });
  scene.git('add', 'new');
  expect(await journal.takeBack()).toEqual(['new, src/a was changed since by somebody else, a hook perhaps, and stays so.']);
  expect(scene.git('status', '--porcelain')).toBe('A  new\n M src/a\n?? src/other\n?? untracked');
  expect(scene.read('package.json')).toBe(FILES['package.json']);
});

test('a commit that somebody has put on top is not lost', async () => {
  const { commit } = await done();
  scene.git('commit', '--quiet', '--allow-empty', '--message', 'mine');
  expect(await journal.takeBack()).toEqual([`Commit ${commit.slice(0, 7)} stays: main has moved on since.`]);
  expect(scene.git('log', '--format=%s')).toBe('mine\n1.2.3\nfeat: something');
  expect(scene.git('tag')).toBe('');
});

test('a file that was changed since is not lost', async () => {
  const { commit } = await done();
  scene.write({ lock: 'mine\n' });
  const [left] = await journal.takeBack();
  expect(left).toContain(`Commit ${commit.slice(0, 7)} stays: package.json, lock was changed since`);
  expect(scene.read('lock')).toBe('mine\n');
  expect(scene.git('rev-parse', 'HEAD')).toBe(commit);
});

test('where another branch was checked out meanwhile, only the own one moves', async () => {
  await done();
  scene.git('switch', '--quiet', '--create', 'other', 'HEAD^');
  scene.write({ lock: 'mine\n' });
  expect(await journal.takeBack()).toEqual(['lock was changed since by somebody else, a hook perhaps, and stays so.']);
  expect(scene.git('rev-parse', 'main')).toBe(scene.git('rev-parse', 'other'));
  expect(scene.read('lock')).toBe('mine\n');
});

test('a hook that refuses the commit', async () => {
  scene.hook('commit-msg', 'echo "no: $(cat "$1")" >&2; exit 1');
  await expect((await hand()).commit(COMMIT)).rejects.toThrow(new Refused('no: 1.2.3'));
  expect(await journal.takeBack()).toEqual([]);
  expect(scene.state()).toEqual(before);
});

test('a hook that changes a file and refuses: what it wrote stays, and is said', async () => {
  scene.hook('pre-commit', 'echo formatted >lock; exit 1');
  await expect((await hand()).commit(COMMIT)).rejects.toThrow(Refused);
  expect(await journal.takeBack()).toEqual(['lock was changed since by somebody else, a hook perhaps, and stays so.']);
  expect(scene.git('status', '--porcelain', '--untracked-files=no')).toBe('M lock');
});

test('a hook that changes another file and refuses: that is said, too', async () => {
  scene.hook('pre-commit', 'echo formatted >src/a; exit 1');
  await expect((await hand()).commit(COMMIT)).rejects.toThrow(Refused);
  expect(await journal.takeBack()).toEqual(['src/a was changed since by somebody else, a hook perhaps, and stays so.']);
  expect(scene.read('src/a')).toBe('formatted\n');
});

test.each([
  ['pre-commit', 'git add -A'],
  ['post-commit', 'git add -A; git commit --quiet --no-verify --amend --no-edit'],
])('a %s hook that commits what was untracked: the files stay', async (name, line) => {
  scene.hook(name, name === 'post-commit' ? `${ONCE}; ${line}` : line);
  await done();
  expect(scene.git('show', '--format=', '--name-only', 'HEAD')).toContain('untracked');
  expect(await journal.takeBack()).toEqual([]);
  expect(scene.state()).toEqual(before);
});

test.each([
  ['pre-commit', 'echo made >new; git add new'],
  ['post-commit', `${ONCE}; echo made >new; git add new; git commit --quiet --amend --no-edit`],
  ['post-commit', `${ONCE}; echo made >new; git add new; git commit --quiet --message "docs: log"`],
])('a %s hook that makes a file: its commit is taken back with ours, and the file named', async (name, line) => {
  scene.hook(name, line);
  await done();
  expect(await journal.takeBack()).toEqual(['new was changed since by somebody else, a hook perhaps, and stays so.']);
  rmSync(join(scene.root, 'new'));
  expect(scene.state()).toEqual(before);
});

test('what somebody else commits meanwhile is not taken out of the files', async () => {
  scene.hook('pre-commit', `${ONCE}; git commit --quiet --message theirs package.json lock; exit 1`);
  await expect((await hand()).commit(COMMIT)).rejects.toThrow(Refused);
  expect(await journal.takeBack()).toEqual(['package.json, lock was changed since by somebody else, a hook perhaps, and stays so.']);
  expect(scene.git('log', '-1', '--format=%s')).toBe('theirs');
  expect(scene.git('diff', '--name-only', 'HEAD')).toBe('');
});

test('where the commit was checked out on another branch, it is said that it stays there', async () => {
  const { commit } = await done();
  scene.git('switch', '--quiet', '--create', 'other');
  expect(await journal.takeBack()).toEqual([`Commit ${commit.slice(0, 7)} stays in what was checked out since.`]);
  expect(scene.git('rev-parse', 'main')).toBe(scene.git('rev-parse', 'other^'));
});

test('a file that is gone keeps nobody from putting back the others', async () => {
  scene.hook('pre-commit', 'rm package.json; exit 1');
  await expect((await hand()).commit(COMMIT)).rejects.toThrow(Refused);
  expect(await journal.takeBack()).toEqual(['package.json was changed since by somebody else, a hook perhaps, and stays so.']);
  expect(scene.git('status', '--porcelain', '--untracked-files=no')).toBe('D package.json');
});

test.each([
  ['index', /^Commit [0-9a-f]{7} stays: .*index\.lock': File exists\. To take the commit back: git reset --soft [0-9a-f]{7}$/],
  ['refs/heads/main', /^Commit [0-9a-f]{7} stays: .*main\.lock': File exists\.$/],
  ['refs/tags/v1.2.3', /^Tag v1\.2\.3 stays here: .*v1\.2\.3\.lock': File exists\.$/],
])('where another git holds %s, that is what is said', async (ref, sentence) => {
  await done();
  scene.write({ [`.git/${ref}.lock`]: '' });
  expect(await journal.takeBack()).toEqual([expect.stringMatching(sentence)]);
});

test('where git was ended behind the commit, that is taken back, whatever the file is called', async () => {
  scene.remove();
  scene = new Scene({ 'größe "1".json': '1.2.2' });
  before = scene.state();
  scene.git('config', 'log.showSignature', 'true');
  scene.hook('post-commit', 'kill -9 $PPID');
  const made = await hand();
  const files = [{ path: 'größe "1".json', text: Buffer.from('1.2.3'), from: '1.2.2', to: '1.2.3' }];
  await expect(made.commit({ ...COMMIT, files })).rejects.toThrow('was ended');
  rmSync(join(scene.root, '.git/hooks/post-commit'));
  expect(await journal.takeBack()).toEqual([]);
  expect(scene.git('rev-list', '--count', 'HEAD')).toBe('1');
  expect(scene.git('status', '--porcelain')).toBe('');
});

test('what is staged alone counts as changed', async () => {
  scene.write({ lock: 'mine\n' });
  scene.git('add', 'lock');
  scene.write({ lock: FILES.lock });
  expect((await cloneOf({ root: scene.root, env: scene.env })).changed).toEqual(['lock']);
});

test('a branch that follows one with another name goes there only where git is set up so', async () => {
  const where = { root: scene.root, env: scene.env };
  scene.git('switch', '--quiet', '--create', 'feature', '--track', 'origin/main');
  expect(await cloneOf(where)).toMatchObject({ destination: 'refs/heads/main', isElsewhere: true });
  scene.git('config', 'push.default', 'upstream');
  expect(await cloneOf(where)).toMatchObject({ destination: 'refs/heads/main', isElsewhere: false });
});

test('a remote that is pushed to elsewhere than it is fetched from, or in several places', async () => {
  const isSplit = async () => (await cloneOf({ root: scene.root, env: scene.env })).isSplit;
  const address = scene.git('remote', 'get-url', 'origin');
  expect(await isSplit()).toBe(false);
  scene.git('remote', 'set-url', '--push', 'origin', `git@github.com:${address.split('/').slice(-2).join('/')}`);
  expect(await isSplit()).toBe(false);
  scene.git('remote', 'set-url', '--push', 'origin', 'git@github.com:somebody/else.git');
  expect(await isSplit()).toBe(true);
  scene.git('remote', 'set-url', '--push', 'origin', address);
  scene.git('remote', 'set-url', '--push', '--add', 'origin', 'git@github.com:somebody/else.git');
  expect(await isSplit()).toBe(true);
});

test('a token in the place of a name is not shown where the remote cannot be asked', async () => {
  const server = createServer((_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  scene.git('remote', 'set-url', 'origin', `http://ghp_TokenOfNobody@127.0.0.1:${(server.address() as AddressInfo).port}/acme/app`);
  const error: Error = await cloneOf({ root: scene.root, env: scene.env }).then(() => { throw new Error('asked'); }, (thrown) => thrown);
  server.close();
  expect(error.message).toMatch(/^remote 'origin' could not be asked: .*:\/\/\*\*\*@127/);
  expect(error.message).not.toContain('ghp_TokenOfNobody');
});

test('signing that fails', async () => {
  scene.git('config', 'tag.gpgSign', 'true');
  scene.git('config', 'gpg.program', '/nowhere/gpg');
  before = scene.state();
  await expect(done()).rejects.toThrow(/gpg|sign/);
  expect(await journal.takeBack()).toEqual([]);
  expect(scene.state()).toEqual(before);
});

test('signing as git is set up', async () => {
  const key = join(scene.dir, 'key');
  scene.git('config', 'gpg.format', 'ssh');
  scene.git('config', 'user.signingKey', `${key}.pub`);
  scene.git('config', 'tag.gpgSign', 'true');
  scene.git('config', 'commit.gpgSign', 'true');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  const { commit } = await done();
  expect(scene.git('cat-file', '-p', 'v1.2.3')).toContain('BEGIN SSH SIGNATURE');
  expect(scene.git('cat-file', '-p', commit)).toContain('gpgsig -----BEGIN SSH SIGNATURE');
  expect(await journal.takeBack()).toEqual([]);
  expect(scene.state()).toMatchObject({ refs: (before as { refs: string }).refs });
});

test('a tag of the same name that is there is not touched', async () => {
  const own = await hand();
  scene.git('tag', 'v1.2.3');
  before = scene.state();
  await expect(own.tag(TAG, scene.git('rev-parse', 'HEAD'))).rejects.toThrow("tag 'v1.2.3' already exists");
  expect(await journal.takeBack()).toEqual(['Tag v1.2.3 is here: somebody else, a hook perhaps, has made it.']);
  expect(scene.state()).toEqual(before);
});

test('a tag that is moved gets back where it was', async () => {
  const own = await hand();
  scene.git('tag', '-a', '-m', 'old', 'v1.2.3');
  scene.git('push', '--quiet', 'origin', 'v1.2.3');
  const old = scene.git('rev-parse', 'v1.2.3');
  scene.git('commit', '--quiet', '--allow-empty', '--message', 'fix: it');
  before = scene.state();
  const head = scene.git('rev-parse', 'HEAD');
  const object = await own.tag({ ...TAG, replaces: old }, head);
  expect(await own.push({ ...PUSH, replaces: '0123456789012345678901234567890123456789' }, head, object, { env: {}, dryRun: false })).toMatchObject({ outcome: 'refused' });
  expect(await journal.takeBack()).toEqual([]);
  expect(scene.state()).toEqual(before);
  const again = await own.tag({ ...TAG, replaces: old }, head);
  expect(await own.push({ ...PUSH, replaces: old }, head, again, { env: {}, dryRun: false })).toMatchObject({ outcome: 'pushed' });
  expect(scene.atRemote('rev-parse', 'v1.2.3^{}', 'main')).toBe(`${head}\n${head}`);
});

test('only the branch and the tag are pushed, whatever is configured', async () => {
  scene.git('config', 'push.followTags', 'true');
  scene.git('tag', '-a', '-m', 'other', 'other');
  const { hand: own, commit, object } = await done();
  await own.push(PUSH, commit, object, { env: {}, dryRun: false });
  expect(scene.atRemote('tag')).toBe('v1.2.3');
});

describe('submodules', () => {
  const git = (...args: string[]) => scene.git('-C', join(scene.root, 'lib'), ...args);
  let lib: string;

  beforeEach(() => {
    lib = join(scene.dir, 'lib.git');
    scene.git('init', '--quiet', '--bare', lib);
    const first = scene.git('commit-tree', '-m', 'first', scene.git('write-tree'));
    scene.git('push', '--quiet', lib, `${first}:refs/heads/main`);
    scene.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', lib, 'lib');
    scene.git('commit', '--quiet', '--message', 'feat: lib');
    scene.git('push', '--quiet', 'origin', 'main');
    git('commit', '--quiet', '--allow-empty', '--message', 'theirs');
    scene.git('commit', '--quiet', '--message', 'feat: newer lib', 'lib');
  });

  test.each([['push.recurseSubmodules', 'only'], ['push.recurseSubmodules', 'on-demand'], ['submodule.recurse', 'true']])('with %s=%s branch and tag are pushed, and of the submodule nothing', async (name, value) => {
    scene.git('config', name, value);
    const { hand: own, commit, object } = await done();
    const theirs = scene.git('-C', lib, 'rev-parse', 'main');
    const push = async () => own.push(PUSH, commit, object, { env: {}, dryRun: false });
    expect(await push()).toMatchObject({ outcome: 'refused', words: expect.stringContaining('submodule paths contain changes') });
    expect(scene.git('-C', lib, 'rev-parse', 'main')).toBe(theirs);
    git('push', '--quiet', 'origin', 'HEAD:refs/heads/other');
    expect(await push()).toMatchObject({ outcome: 'pushed' });
    expect(scene.atRemote('rev-parse', 'v1.2.3', 'main')).toBe(`${object}\n${commit}`);
    expect(scene.git('-C', lib, 'rev-parse', 'main')).toBe(theirs);
  });

  test('where nothing is configured, nobody looks at them', async () => {
    const { hand: own, commit, object } = await done();
    expect(await own.push(PUSH, commit, object, { env: {}, dryRun: false })).toMatchObject({ outcome: 'pushed' });
  });

  test('one that is changed counts as changed', async () => {
    writeFileSync(join(scene.root, 'lib', 'lock'), 'mine\n');
    git('add', 'lock');
    expect((await cloneOf({ root: scene.root, env: scene.env })).changed).toEqual(['lib']);
  });

  test('taken back, all is as it was', async () => {
    before = scene.state();
    await done();
    expect(await journal.takeBack()).toEqual([]);
    expect(scene.state()).toEqual(before);
  });
});

test('one that is refused takes the other back with it', async () => {
  const { hand: own, commit, object } = await done();
  scene.somebodyElse({ theirs: 't\n' }, 'refs/heads/main');
  expect(await own.push(PUSH, commit, object, { env: {}, dryRun: false })).toMatchObject({ outcome: 'refused', words: expect.stringContaining('(fetch first)') });
  expect(scene.atRemote('tag')).toBe('');
});
