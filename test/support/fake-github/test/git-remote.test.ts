import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { write } from '../../../cases/harness';
import { FakeReleaseGitHub } from '../fake-release-github';
import { GitRemote, protectedBranch, restrictedTag } from '../git-remote';
import type { Repository } from '../repository';

const ON_TAGS = 'on:\n  push:\n    tags: ["v*"]\njobs: {}\n';
const ON_BRANCHES = 'on:\n  push:\n    branches: [main]\njobs: {}\n';

let github: FakeReleaseGitHub;
let repository: Repository;
let remote: GitRemote;
let clone: string;

beforeEach(async () => {
  github = await FakeReleaseGitHub.start();
  repository = github.addRepository('acme/app', { empty: true });
  remote = new GitRemote(repository);
  clone = mkdtempSync(join(tmpdir(), 'fake-clone-'));
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', remote.path);
  write(clone, { '.github/workflows/desktop.yml': ON_TAGS, '.github/workflows/check.yml': ON_BRANCHES, 'package.json': '{}' });
  git('add', '.');
  git('commit', '-q', '-m', 'a');
});

afterEach(async () => {
  await github.close();
  remote.remove();
  rmSync(clone, { recursive: true });
});

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', HOME: clone, GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com', LC_ALL: 'C' };
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: clone, env: environment(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function push(...args: string[]): string {
  return spawnSync('git', ['push', ...args], { cwd: clone, env: environment(), encoding: 'utf8' }).stderr;
}

/** Asks something, as which the fake sees what was pushed. */
async function started(): Promise<string[]> {
  await fetch(`${github.url}/repos/acme/app`);
  return repository.runs.map(({ workflow, event, ref, commit }) => `${workflow} ${event} ${ref} ${commit}`);
}

test('a push starts the workflows of its commit as their triggers say', async () => {
  const head = git('rev-parse', 'HEAD');
  git('tag', '-a', '-m', 'one', 'v1.0.0');
  push('--atomic', 'origin', 'main', 'v1.0.0');
  expect(await started()).toEqual([`check.yml push main ${head}`, `desktop.yml push v1.0.0 ${head}`]);
  expect([repository.head, repository.commitOf('refs/tags/v1.0.0'), repository.tagObjects.size]).toEqual([head, head, 1]);
  expect(repository.files.get('package.json')).toBe('{}');
  expect(repository.events.map(({ event, ref }) => `${event} ${ref}`)).toEqual(['create refs/heads/main', 'push refs/heads/main', 'create refs/tags/v1.0.0', 'push refs/tags/v1.0.0']);
  expect(await started()).toHaveLength(2);
  push('--delete', 'origin', 'v1.0.0');
  await started();
  expect(repository.refs.has('refs/tags/v1.0.0')).toBe(false);
});

test('a tag on a commit without the workflow, a disabled one, and more than three tags start nothing', async () => {
  repository.addWorkflow('desktop.yml', { disabled: true });
  git('tag', 'v1.0.0');
  push('origin', 'v1.0.0');
  git('rm', '-rq', '.github');
  git('commit', '-q', '-m', 'b');
  git('tag', 'v2.0.0');
  push('origin', 'v2.0.0');
  expect(await started()).toEqual([]);
  repository.workflows.clear();
  for (const tag of ['v3', 'v4', 'v5', 'v6']) { git('tag', tag, 'v1.0.0'); }
  push('origin', 'v3', 'v4', 'v5', 'v6');
  expect(await started()).toEqual([]);
  git('tag', 'v7', 'v1.0.0');
  push('origin', 'v7');
  expect(await started()).toHaveLength(1);
});

test('a protected branch is refused in GitHub\'s words; its tag too, if the push is atomic', async () => {
  remote.refuse(protectedBranch('main'));
  git('tag', 'v1.0.0');
  const said = push('--atomic', 'origin', 'main', 'v1.0.0');
  expect(said).toMatch(/remote: error: GH006: Protected branch update failed for refs\/heads\/main\. *\nremote: error: Changes must be made through a pull request\. *\n/);
  expect(said).toContain('[remote rejected] main -> main');
  expect([remote.resolve('main'), remote.resolve('v1.0.0')]).toEqual(['', '']);
  expect(await started()).toEqual([]);
  push('origin', 'main', 'v1.0.0');
  expect([remote.resolve('main'), remote.resolve('v1.0.0')]).toEqual(['', git('rev-parse', 'HEAD')]);
});

test('a ruleset keeps a tag from being made, and nothing else', () => {
  remote.refuse(restrictedTag('acme/app', 'v1.0.0'));
  git('tag', 'v1.0.0');
  expect(push('--atomic', 'origin', 'main', 'v1.0.0')).toMatch(/GH013: Repository rule violations found for refs\/tags\/v1\.0\.0\.[^]*- Cannot create ref due to creations being restricted\./);
  expect(remote.resolve('main')).toBe('');
  push('origin', 'main');
  expect(remote.resolve('main')).toBe(git('rev-parse', 'HEAD'));
  remote.refuse();
  push('origin', 'v1.0.0');
  expect(remote.resolve('v1.0.0')).not.toBe('');
});
