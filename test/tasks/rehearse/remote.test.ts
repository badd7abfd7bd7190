import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Model } from '../../../src/model/model';
import { loadScripts } from '../../../src/outside/scripts';
import { rehearseArguments } from '../../../src/tasks/rehearse/arguments';
import { rehearseRemotely } from '../../../src/tasks/rehearse/remote';
import { write } from '../../cases/harness';
import { buildJob, githubRelease, model as makeModel, modelFile, platform } from '../../render/models';
import { piped } from '../../support/piped';

/**
 * A gh that keeps what it is asked, and knows the run that it was told to start.
 *
 * RUN: what `run view` says; SHOWN_AFTER: how often a list does not show the new run yet.
 */
const GH = `#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$STATE/asked"
count=$(grep -c '^run list' "$STATE/asked")
case "$1 $2" in
  '--version '*) echo 'gh version 2.80.0' ;;
  'workflow run') [ -z "$REFUSES" ] || { echo "$REFUSES" >&2; exit 1; } ;;
  'run list') if [ "$count" -gt "$((SHOWN_AFTER + 1))" ]; then echo '[{"databaseId":42},{"databaseId":7}]'; else echo '[{"databaseId":7}]'; fi ;;
  'run watch') echo 'not with this token' >&2; exit 1 ;;
  'run view') [[ "$*" != *--log ]] || { cat "$STATE/log"; exit; }
    if [ -e "$STATE/seen" ]; then cat "$STATE/run.json"; else touch "$STATE/seen"; cat "$STATE/first.json"; fi ;;
  *) exit 64 ;;
esac
`;

const job = (name: string, conclusion: string, seconds: number, steps: object[] = []) => ({
  name, conclusion, startedAt: '2026-11-02T10:00:00Z', completedAt: new Date(Date.parse('2026-11-02T10:00:00Z') + seconds * 1000).toISOString(), steps,
});
const GOOD = { status: 'completed', conclusion: 'success', url: 'https://github.com/acme/app/actions/runs/42', jobs: [job('Guard', 'success', 12), job('Build linux-x64', 'success', 301)] };

let dir: string;
let root: string;
let env: Record<string, string | undefined>;
let printed: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rehearse-'));
  root = join(dir, 'clone');
  printed = '';
  write(dir, { 'bin/gh': GH, 'state/asked': '', 'clone/a': 'a' });
  chmodSync(join(dir, 'bin/gh'), 0o755);
  env = {
    PATH: `${join(dir, 'bin')}:${process.env.PATH}`, HOME: dir, GIT_CONFIG_NOSYSTEM: '1', STATE: join(dir, 'state'), SHOWN_AFTER: '1', REFUSES: '',
  };
  mkdirSync(join(dir, 'origin'));
  git('-C', join(dir, 'origin'), 'init', '-q', '--bare');
  git('init', '-q', '-b', 'feature/new');
  git('remote', 'add', 'origin', join(dir, 'origin'));
  git('add', '.');
  commit();
  git('push', '-q', 'origin', 'HEAD');
});

afterEach(() => rmSync(dir, { recursive: true }));

function git(...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function commit(): void {
  git('commit', '-q', '--allow-empty', '-m', 'a');
}

async function rehearse(args: string[] = [], models: Model[] = [makeModel({ rehearsal: true })], run: object = GOOD): Promise<number> {
  write(dir, { 'state/first.json': JSON.stringify({ ...run, status: 'in_progress', conclusion: '' }), 'state/run.json': JSON.stringify(run) });
  return rehearseRemotely(rehearseArguments(['--remote', ...args]), {
    modelFile: modelFile(...models),
    scripts: loadScripts(),
    read: () => undefined,
    list: () => [],
    root,
    env,
    ...piped((text) => { printed += text; }),
  }, { between: 1, attempts: 5 });
}

function asked(): string[] {
  return readFileSync(join(dir, 'state/asked'), 'utf8').trim().split('\n');
}

test('starts the workflow on the current branch, finds its run, waits for it, and sums up', async () => {
  expect(await rehearse()).toBe(0);
  const list = 'run list --workflow=installers.yml --branch=feature/new --event=workflow_dispatch --limit=20 --json=databaseId';
  expect(asked()).toEqual([
    '--version', list, 'workflow run installers.yml --ref=feature/new', list, list,
    'run watch 42 --compact', 'run view 42 --json=status,conclusion,url,jobs', 'run view 42 --json=status,conclusion,url,jobs',
  ]);
  expect(printed).toBe(`All of installers.yml on GitHub, on branch feature/new at ${git('rev-parse', 'HEAD').slice(0, 12)}.
Nothing is published: a branch is no tag.
Run 42 has begun. Leaving this command does not end it; "gh run cancel 42" does.

  job              seconds  result
  Guard                 12  success
  Build linux-x64      301  success

success: https://github.com/acme/app/actions/runs/42
What was built: gh run download 42
`);
});

test('where jobs hand files on, the results are named', async () => {
  const need = { job: 'web', path: 'web', platforms: ['linux-x64'], merge: true };
  const apps = [platform(), platform({ name: 'macos-arm64', artifactName: 'The app' })];
  const jobs = [buildJob({ id: 'web', artifacts: 'handed-on', platforms: [platform({ artifactName: 'web' })] }), buildJob({ needs: [need], platforms: apps })];
  const run = { ...GOOD, jobs: [job('Guard', 'success', 12), job('Web linux-x64', 'success', 30), job('Build linux-x64', 'success', 301)] };
  expect(await rehearse([], [makeModel({ jobs })], run)).toBe(0);
  expect(printed).toContain('  Guard                 12  success\n  Web linux-x64         30  success\n  Build linux-x64      301  success\n');
  expect(printed).toContain("What was built: gh run download 42 --name installers-linux-x64-feature-new --name 'The app-feature-new'\n");
});

describe('of a build that publishes', () => {
  const publishing = [makeModel({ publish: [githubRelease()] })];
  const assembling = { ...job('Assemble', 'success', 9, [{ name: 'Check and name the files of the release', conclusion: 'success' }]), databaseId: 99 };
  const run = { ...GOOD, jobs: [...GOOD.jobs, assembling] };
  const line = (text: string) => `Assemble\tCheck and name the files\t2026-11-02T10:00:01.1234567Z ${text}\n`;

  test('what a tag would publish is read from the log, and the set is what is fetched', async () => {
    write(dir, { 'state/log': ['2 files are checked', 'to publish: app.AppImage (3 bytes)', 'to publish: \u001b[2Japp.dmg (4 bytes)', 'and so on'].map(line).join('') });
    expect(await rehearse([], publishing, run)).toBe(0);
    expect(asked().at(-1)).toBe('run view --job=99 --log');
    expect(printed).toContain(`success: https://github.com/acme/app/actions/runs/42
A tag would publish:
  app.AppImage (3 bytes)
  [2Japp.dmg (4 bytes)
What was built: gh run download 42 --name installers-release-feature-new
`);
  });

  test('a log that cannot be read is no reason to fail', async () => {
    expect(await rehearse([], publishing, run)).toBe(0);
    expect(printed).not.toContain('A tag would publish');
  });
});

test('just the guard is an input, and brings nothing to download', async () => {
  expect(await rehearse(['--guard-only'], undefined, { ...GOOD, jobs: [job('Guard', 'success', 12), job('build', 'skipped', 0)] })).toBe(0);
  expect(asked()).toContain('workflow run installers.yml --ref=feature/new -f guard_only=true');
  expect(printed).toContain('  build        -  skipped\n');
  expect(printed).not.toContain('gh run download');
});

test('what failed is named, and the exit code is 1', async () => {
  const steps = [{ name: 'Set up', conclusion: 'success' }, { name: 'Build \u001b[2J', conclusion: 'failure' }];
  expect(await rehearse([], undefined, { ...GOOD, conclusion: 'failure', jobs: [job('Build linux-x64', 'failure', 9, steps)] })).toBe(1);
  expect(printed).toContain('  Build linux-x64        9  failure\n    Build [2J: failure\n');
  expect(printed).toContain('failure: https://github.com/acme/app/actions/runs/42\nWhat was said: gh run view 42 --log-failed\n');
  expect(printed).not.toContain('Set up');
});

test.each([
  ['changes', () => write(root, { b: 'b' }), 'what is not committed is not in it.'],
  ['another commit', commit, 'this clone is at another commit, so push first if that is what you mean.'],
])('%s that GitHub does not have are said', async (_, change, difference) => {
  change();
  await rehearse();
  expect(printed).toContain(`; ${difference}\n`);
});

test.each([
  ['a branch that GitHub does not have', () => git('switch', '-q', '-c', 'other'), 'GitHub does not have branch other; push it first: git push -u origin other'],
  ['no branch', () => git('checkout', '-q', '--detach'), 'no branch is checked out, and a rehearsal starts on one: git switch BRANCH'],
  ['no gh', () => { env = { ...env, PATH: join(dir, 'nothing') }; }, 'gh, GitHub\'s command line, is not installed. Get it from https://cli.github.com, and log in by "gh auth login".'],
  ['a refusal', () => { env = { ...env, REFUSES: 'HTTP 404: workflow not found on the default branch' }; }, 'gh workflow run failed: HTTP 404: workflow not found on the default branch'],
  ['a run that does not show', () => { env = { ...env, SHOWN_AFTER: '9' }; }, 'GitHub took the order, but shows no run of it yet; look for it with "gh run list"'],
])('%s stops it', async (_, prepare, message) => {
  prepare();
  await expect(rehearse()).rejects.toThrow(message);
});

test('nothing is started before all is known to be well', async () => {
  git('switch', '-q', '-c', 'other');
  await expect(rehearse()).rejects.toThrow();
  expect(asked()).toEqual(['--version']);
});

test.each([
  [[], [makeModel({ rehearsal: false })], "'installers' cannot be started by hand: its declaration says 'rehearsal: false'"],
  [[], [makeModel(), makeModel({ id: 'server' })], 'there are several builds; say which one by --build: installers, server'],
  [['--build', 'x'], [makeModel()], "there is no build 'x'. There are: installers."],
])('%j of the wrong builds', async (args, models, message) => {
  await expect(rehearse(args, models)).rejects.toThrow(message);
});

test('one of several builds', async () => {
  expect(await rehearse(['--build', 'server'], [makeModel(), makeModel({ id: 'server', workflowPath: '.github/workflows/server.yml', rehearsal: true })])).toBe(0);
  expect(asked()).toContain('workflow run server.yml --ref=feature/new');
});
