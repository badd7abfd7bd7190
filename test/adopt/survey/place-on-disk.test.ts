import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOnDisk } from '../../../src/adopt/survey/place-on-disk';
import { survey } from '../../../src/adopt/survey/survey';
import { write } from '../../cases/harness';

let parent: string;
let root: string;

const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CEILING_DIRECTORIES: tmpdir(),
  GIT_AUTHOR_NAME: 'me',
  GIT_AUTHOR_EMAIL: 'me@acme.test',
  GIT_COMMITTER_NAME: 'me',
  GIT_COMMITTER_EMAIL: 'me@acme.test',
};

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: root, env: ENV, stdio: 'pipe' });
}

beforeEach(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'survey-place-')));
  root = join(parent, 'notes');
  ['notes', 'server', 'engine'].forEach((name) => mkdirSync(join(parent, name)));
  writeFileSync(join(parent, 'file'), '');
  write(root, { 'package.json': '{ "name": "notes" }', 'src/main.js': '' });
});

afterEach(() => rmSync(parent, { recursive: true }));

test('what lies there, and what git says of it', async () => {
  git('init', '--quiet', '--initial-branch', 'trunk');
  git('remote', 'add', 'fork', 'git@github.com:me/notes.git');
  git('remote', 'add', 'origin', 'https://me:ghp_0123456789@github.com/acme/notes.git');
  write(root, { '.gitmodules': '[submodule "a b"]\n\tpath = vendor/a b\n\turl = https://token@github.com/acme/a.git\n[submodule "odd"]\n\turl = x\n' });
  git('add', '.');
  git('commit', '--quiet', '--message', 'one');
  git('tag', 'v1.0.0');
  git('tag', 'v1.1.0');
  const place = await placeOnDisk(root, ENV);

  expect(place).toMatchObject({ noGit: '', siblings: ['engine', 'server'] });
  expect(place.git).toEqual({
    root,
    prefix: '',
    branch: 'trunk',
    isShallow: false,
    isDirty: false,
    remotes: [{ name: 'fork', url: 'git@github.com:me/notes.git' }, { name: 'origin', url: 'https://github.com/acme/notes.git' }],
    submodules: [{ path: 'vendor/a b', url: 'https://github.com/acme/a.git' }],
    tags: expect.arrayContaining(['v1.0.0', 'v1.1.0']),
  });
  expect(place.read('package.json')).toBe('{ "name": "notes" }');
  expect(place.read('nothing')).toBeUndefined();
  expect(place.list('')).toEqual(['.git', '.gitmodules', 'package.json', 'src']);
  expect([place.list('src'), place.list('package.json'), place.list('nothing')]).toEqual([['main.js'], [], []]);
  expect(['src', 'src/main.js', 'src/other.js'].map((path) => place.exists(path))).toEqual([true, true, false]);
  expect(survey(place, {}).problems).toEqual([]);
});

test('a directory in a repository, without a branch and with changes', async () => {
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'one');
  git('checkout', '--quiet', '--detach');
  write(root, { 'src/other.js': '' });

  expect((await placeOnDisk(join(root, 'src'), ENV)).git).toMatchObject({ root, prefix: 'src', branch: undefined, isDirty: true, remotes: [], submodules: [], tags: [] });
});

test('a shallow clone', async () => {
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'one');
  git('commit', '--quiet', '--allow-empty', '--message', 'two');
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, 'clone'], { cwd: parent, env: ENV, stdio: 'pipe' });

  expect((await placeOnDisk(join(parent, 'clone'), ENV)).git?.isShallow).toBe(true);
});

test('no repository, and no git at all', async () => {
  const none = await placeOnDisk(root, ENV);

  expect(none.git).toBeUndefined();
  expect(survey(none, {}).problems).toEqual([expect.stringMatching(/^this is no git repository/)]);
  expect(survey(await placeOnDisk(root, { PATH: parent }), {}).problems).toEqual([expect.stringMatching(/^git cannot be asked about this directory: .*ENOENT/)]);
});

test('what leads out of it, and what is too large, is refused in a sentence', async () => {
  git('init', '--quiet');
  writeFileSync(join(parent, 'secret.toml'), 'x = 1\n');
  symlinkSync('../secret.toml', join(root, 'Cargo.toml'));
  symlinkSync('../server', join(root, 'cmd'));
  symlinkSync('../secret.toml', join(root, '.gitmodules'));
  writeFileSync(join(root, 'go.mod'), `module x\n${' '.repeat(10 * 1024 * 1024)}`);
  const place = await placeOnDisk(root, ENV);

  expect(() => place.read('Cargo.toml')).toThrow("'Cargo.toml' leads by a link to '../secret.toml', which");
  expect(place.list('cmd')).toEqual([]);
  expect(place.git?.submodules).toEqual([]);
  expect(survey(place, {}).problems).toEqual([
    expect.stringMatching(/^'Cargo\.toml' leads by a link to '\.\.\/secret\.toml', which [^]*\.$/),
    expect.stringMatching(/^'go\.mod' has \d+ bytes, and no more than \d+ are read\.$/),
  ]);
});
