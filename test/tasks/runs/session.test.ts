import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunsScene } from './scene';
import { loadScripts } from '../../../src/outside/scripts';
import { openRuns } from '../../../src/tasks/runs/session';
import { write } from '../../cases/harness';
import { loadBundledOctokit } from '../../support/octokit';
import { piped } from '../../support/piped';

jest.mock('../../../src/outside/load-octokit', () => ({ loadOctokit: async () => loadBundledOctokit() }));

const scene = new RunsScene();
let root: string;

beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'session-')); });
afterEach(() => rmSync(root, { recursive: true }));

async function open(env: Record<string, string>) {
  const context = { root, env: { PATH: root, ...env }, scripts: loadScripts(), read: () => undefined, list: () => [], ...piped(() => {}) };
  return openRuns(context);
}

test('the repository of the remote, asked with the credentials of the environment, which are never told', async () => {
  scene.start({ attempts: [[]], hiddenFor: 0 });
  execFileSync('git', ['init', '-q'], { cwd: root });
  execFileSync('git', ['remote', 'add', 'origin', 'git@127.0.0.1:acme/app.git'], { cwd: root });
  const { repository, runs, clean } = await open({ PATH: process.env.PATH!, GITHUB_API_URL: scene.github.url, GITHUB_SERVER_URL: scene.github.url, GH_TOKEN: 'classic-actions_write-checks_read' });
  expect(repository).toBe('acme/app');
  expect(await runs.list('.github/workflows/desktop.yml', {})).toHaveLength(1);
  expect(clean('a classic-actions_write-checks_read\u001b[2J')).toBe('a ***[2J');
});

test('the login of gh does, too', async () => {
  write(root, { gh: '#!/bin/sh\n[ "$*" != "auth token" ] || echo gho_of_the_login\n' });
  chmodSync(join(root, 'gh'), 0o755);
  const { clean } = await open({ PATH: `${root}:/bin:/usr/bin`, GITHUB_REPOSITORY: 'acme/app' });
  expect(clean('gho_of_the_login')).toBe('***');
});

test('without a repository, or credentials, it says what to do', async () => {
  await expect(open({ GH_TOKEN: 'a' })).rejects.toThrow('the remote "origin" is not known, or is no repository on GitHub. Add the remote, or set GITHUB_REPOSITORY=owner/name.');
  await expect(open({ GITHUB_REPOSITORY: 'acme/app' })).rejects.toThrow('nobody is logged in, and GitHub tells strangers too little of the runs of acme/app. Run "gh auth login", or export GH_TOKEN.');
  await expect(open({ GITHUB_REPOSITORY: 'acme/app', GH_TOKEN: 'a', GITHUB_API_URL: 'file:///x' })).rejects.toThrow('GITHUB_API_URL is no address');
});
